package org.parley.seed.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of an entry: equal where it says the same, however its file is laid out. */
public final class Digest {

    private Digest() {
    }

    /** SHA-256 of its JSON, in hexadecimal. */
    public static String of(Seed seed) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(DataSet.JSON.writeValueAsBytes(seed)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
