package org.parley.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.fault.BadUserInputException;

/** A place in a list: the list's name, and the sort key and slug of the item that stands there. */
public record Cursor(String list, String key, String slug) {

    private static final String SEPARATOR = "\n";

    public String encode() {
        String text = String.join(SEPARATOR, list, key, slug);
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
            if (parts.length == 3) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw new BadUserInputException(argument + ": '" + text
                + "' is no cursor; send one as `pageInfo` or an edge gave it, or leave it out to begin at the start");
    }
}
