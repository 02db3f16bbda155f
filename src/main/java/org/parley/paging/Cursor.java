package org.parley.paging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.parley.fault.BadUserInputException;
import org.parley.fault.InputTextRules;

/**
 * A position in a list: the name of the list, and sort key and slug of an item. Encoded with a checksum, so that a truncated or modified
 * cursor is rejected before a query.
 */
public record Cursor(String list, String key, String slug) {

    private static final String SEPARATOR = "\n";

    /** Pattern of the sort key of lists in chronological order, for {@link #place}. */
    public static final String DAY = "(infinity|\\d{4}-\\d{2}-\\d{2})" + SEPARATOR;

    public String encode() {
        String place = String.join(SEPARATOR, list, key, slug);
        String text = String.join(SEPARATOR, place, checksum(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Decodes a cursor that {@link #encode} returned for the list. Throws a BadUserInputException for any other text. */
    static Cursor decode(String argument, String text, String list) {
        String[] parts = parts(argument, text);
        if (!parts[0].equals(list)) {
            throw new BadUserInputException(argument + ": '" + text + "' is a cursor of another list (" + parts[0]
                    + "); send a cursor that this list (" + list + ") returned");
        }
        return new Cursor(parts[0], parts[1], parts[2]);
    }

    private static String[] parts(String argument, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == 4 && Arrays.stream(parts).allMatch(part -> InputTextRules.fault(part).isEmpty())
                    && parts[3].equals(checksum(String.join(SEPARATOR, parts[0], parts[1], parts[2])))) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below
        }
        throw invalid(argument, text);
    }

    /**
     * Matches sort key and slug of a cursor, sent as this argument, against the form in which the list writes them. Throws a
     * BadUserInputException if they do not match, because the cursor was forged.
     */
    public Matcher place(String argument, Pattern form) {
        Matcher place = form.matcher(key + SEPARATOR + slug);
        if (!place.matches()) {
            throw invalid(argument, encode());
        }
        return place;
    }

    /**
     * Returns the parts of a position: the sort key, then the parts of the slug, which are separated by slashes and end with the slug
     * itself.
     */
    public List<String> parts(String argument, int number) {
        String[] slugParts = slug.split("/", -1);
        if (slugParts.length != number - 1) {
            throw invalid(argument, encode());
        }
        return Stream.concat(Stream.of(key), Arrays.stream(slugParts)).toList();
    }

    private static BadUserInputException invalid(String argument, String text) {
        return new BadUserInputException(
                argument + ": invalid cursor '" + text + "'; send a cursor that this list returned, or omit it to start at the beginning");
    }

    private static String checksum(String place) {
        CRC32 checksum = new CRC32();
        checksum.update(place.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
