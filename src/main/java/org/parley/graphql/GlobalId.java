package org.parley.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.fault.BadUserInputException;
import org.parley.fault.InputTextRules;

/**
 * A global id: type and slug of a record as one opaque text, the same in every copy of the database.
 *
 * @see <a href="https://relay.dev/graphql/objectidentification.htm">Relay global object identification</a>
 */
public record GlobalId(String type, String slug) {

    private static final char SEPARATOR = ':';

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((type + SEPARATOR + slug).getBytes(StandardCharsets.UTF_8));
    }

    /** Decodes an id that {@link #encode} returned. Throws a BadUserInputException for any other text. */
    public static GlobalId decode(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            if (separator > 0 && InputTextRules.fault(text).isEmpty()) {
                return new GlobalId(text.substring(0, separator), text.substring(separator + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below
        }
        throw new BadUserInputException("Invalid id '" + id + "'; send an `id` returned by this service.");
    }
}
