package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** Converts dates of foreign files to EDTF. */
final class ForeignDate {

    /** An unknown end of an interval. */
    static final String OPEN = "..";
    private static final String EDTF = "EDTF";
    /** The days from which spreadsheets count. Their 1900 has a 29 February, so that the count begins at 30 December 1899. */
    private static final Map<String, LocalDate> SERIAL = Map.of("serial", LocalDate.of(1899, 12, 30), "serial1904",
            LocalDate.of(1904, 1, 1));
    /** Shorter numbers are rather years, or numbers of other columns. */
    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{4,5}(\\.0+)?");
    private static final Pattern LITERAL_OR_YEAR = Pattern.compile("'[^']*'|[yu]+");
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private ForeignDate() {
    }

    /** Returns the date in the first format that it has. Without formats it is EDTF. */
    static String convert(String text, List<String> formats) {
        return formats.isEmpty() ? text
                : formats.stream().flatMap(format -> in(text, format).stream()).findFirst().orElseThrow(() -> new CellException("'" + text
                        + "' is no date in the format " + String.join(" or ", formats) + "; correct it, or add its format to the mapping"));
    }

    private static Optional<String> in(String text, String format) {
        try {
            if (format.equals(EDTF)) {
                Edtf.parse(text);
                return Optional.of(text);
            }
            if (SERIAL.containsKey(format)) {
                return DAYS.matcher(text).matches() ? Optional.of(SERIAL.get(format).plusDays((long) Double.parseDouble(text)).toString())
                        : Optional.empty();
            }
            return Optional.of(edtf(formatter(format).parseBest(text, LocalDate::from, YearMonth::from, Year::from)));
        } catch (DateTimeException | EdtfException e) {
            return Optional.empty();
        }
    }

    private static String edtf(TemporalAccessor date) {
        return date instanceof Year year ? String.format(Locale.ROOT, "%04d", year.getValue()) : date.toString();
    }

    /** Throws an IllegalArgumentException for an invalid format. A year has four digits: others would not tell the century. */
    private static DateTimeFormatter formatter(String format) {
        return FORMATTERS.computeIfAbsent(format, pattern -> {
            List<String> years = LITERAL_OR_YEAR.matcher(pattern).results().map(MatchResult::group).filter(part -> !part.startsWith("'"))
                    .toList();
            if (years.isEmpty() || !years.stream().allMatch(year -> year.length() == 4)) {
                throw new IllegalArgumentException("has no year of four digits");
            }
            String proleptic = LITERAL_OR_YEAR.matcher(pattern)
                    .replaceAll(part -> part.group().startsWith("'") ? Matcher.quoteReplacement(part.group()) : "uuuu");
            return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(proleptic).toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        });
    }

    static boolean isFormat(String format) {
        try {
            return format.equals(EDTF) || SERIAL.containsKey(format) || formatter(format) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the date in EDTF that the source states, without the inferred reading; an empty text if the source states no date. */
    static String stated(JsonNode date) {
        return date.path("edtf").asText(date.asText());
    }

    /** Returns one date, or the interval from the first date, or `..`, to the last. */
    static String range(List<String> dates) {
        String first = dates.get(0);
        String last = dates.get(dates.size() - 1);
        return first.equals(last) ? first : first + "/" + last;
    }
}
