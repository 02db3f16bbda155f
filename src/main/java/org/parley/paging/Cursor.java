package org.parley.paging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.parley.fault.BadUserInputException;
import org.parley.fault.Texts;

/**
 * A place in a list: the list's name, and the sort key and slug of the item that stands there. A checksum goes with it, so that a cursor
 * that was cut or changed on its way is known before the database sees it.
 */
public record Cursor(String list, String key, String slug) {

    private static final String SEPARATOR = "\n";

    /** The sort key of a list in the order of time, in the form of `place`. */
    public static final String DAY = "(infinity|\\d{4}-\\d{2}-\\d{2})" + SEPARATOR;

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
            if (parts.length == 4 && Arrays.stream(parts).allMatch(part -> Texts.fault(part).isEmpty())
                    && parts[3].equals(checksum(String.join(SEPARATOR, parts[0], parts[1], parts[2])))) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw none(argument, text);
    }

    /**
     * The parts of sort key and slug, by the form in which the list writes them; what has another form was made up by somebody else, and is
     * refused. For lists that are walked forwards only.
     */
    public Matcher place(Pattern form) {
        Matcher place = form.matcher(key + SEPARATOR + slug);
        if (!place.matches()) {
            throw none("after", encode());
        }
        return place;
    }

    private static BadUserInputException none(String argument, String text) {
        return new BadUserInputException(argument + ": '" + text
                + "' is no cursor; send one as `pageInfo` or an edge gave it, or leave it out to begin at the start");
    }

    private static String checksum(String place) {
        CRC32 checksum = new CRC32();
        checksum.update(place.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
