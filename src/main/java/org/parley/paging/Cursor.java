package org.parley.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.parley.fault.BadUserInputException;

/**
 * A place in a list: the list's name, and the sort key and slug of the item that stands there. A checksum goes with it, so that a cursor
 * that was cut or changed on its way is known before the database sees it.
 */
public record Cursor(String list, String key, String slug) {

    private static final String SEPARATOR = "\n";

    public String encode() {
        String place = String.join(SEPARATOR, list, key, slug);
        String text = String.join(SEPARATOR, place, checksum(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of the named list as `encode` wrote it; anything else is refused. */
    static Cursor decode(String argument, String text, String list) {
        String[] parts = parts(argument, text);
        if (!parts[0].equals(list)) {
            throw new BadUserInputException(argument + ": '" + text + "' is a cursor of another list (" + parts[0]
                    + "); send a cursor that this list (" + list + ") gave");
        }
        return new Cursor(parts[0], parts[1], parts[2]);
    }

    private static String[] parts(String argument, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == 4 && parts[3].equals(checksum(String.join(SEPARATOR, parts[0], parts[1], parts[2])))) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw new BadUserInputException(argument + ": '" + text
                + "' is no cursor; send one as `pageInfo` or an edge gave it, or leave it out to begin at the start");
    }

    private static String checksum(String place) {
        CRC32 checksum = new CRC32();
        checksum.update(place.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
