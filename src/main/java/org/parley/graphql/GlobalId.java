package org.parley.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.fault.BadUserInputException;
import org.parley.fault.Texts;

/** The type and slug of a record in one opaque text, the same in every copy of the record. */
public record GlobalId(String type, String slug) {

    private static final char SEPARATOR = ':';

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((type + SEPARATOR + slug).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an id as `encode` wrote it; anything else is refused. */
    public static GlobalId decode(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            if (separator > 0 && Texts.fault(text).isEmpty()) {
                return new GlobalId(text.substring(0, separator), text.substring(separator + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw new BadUserInputException("'" + id + "' is no id of this service; send one that it gave as `id`");
    }
}
