package org.parley.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.fault.BadUserInputException;
import org.parley.time.DateMatch;
import org.parley.time.DateRange;

/** Conditions of a query that all have to hold. A condition on a filter's value stands only where the filter gives one. */
public final class Where {

    private static final int LAST_YEAR = 9999;
    private static final int MOST_VALUES = 1_000;
    private static final Pattern FINDABLE = Pattern.compile("([\\p{L}\\p{N}]\\p{M}*){3}");

    /** Keys that are distinct. */
    record Keys(Long[] values) {}

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** A condition without a value. */
    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition on `:name`. */
    public Where and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /**
     * A condition on the text `:name`, which may stand anywhere in another. Indexes hold the groups of three characters: without one in the
     * text, each record would be read.
     */
    public Where text(String condition, String name, String text) {
        if (text != null && !FINDABLE.matcher(text).find()) {
            throw new BadUserInputException(name + ": '" + text
                    + "' is too short; send three letters or digits in a row at least, or use search, which finds shorter words");
        }
        return and(condition, name, text);
    }

    /** A value of the query that stands outside the conditions. */
    public Where with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * The array `:name` of these keys, each once: a record that is asked for under several parents is read once. Other arrays of keys are
     * not bound.
     */
    public Where keys(String name, Collection<Long> keys) {
        return with(name, new Keys(keys.stream().distinct().toArray(Long[]::new)));
    }

    /** A condition on the text array `:name`: any of these slugs or enum values, each once. An empty list finds nothing. */
    public Where anyOf(String condition, String name, List<?> values) {
        return values == null ? this : and(condition).values(name, values);
    }

    /** The text array `:name`: these slugs or enum values, each once; more than a thousand are refused. */
    public Where values(String name, List<?> values) {
        if (values.size() > MOST_VALUES) {
            throw new BadUserInputException(name + ": it has " + values.size() + " values; send " + MOST_VALUES + " at most");
        }
        return with(name, values.stream().map(String::valueOf).distinct().toArray(String[]::new));
    }

    /** A condition on the date columns `date_earliest` and `date_latest` of the table of that alias. */
    public Where during(String alias, DateRange range) {
        return during(alias, "date_earliest", "date_latest", range);
    }

    /** A condition on a pair of date columns, null being open. */
    public Where during(String alias, String earliest, String latest, DateRange range) {
        if (range == null || range.from() == null && range.to() == null) {
            return this;
        }
        if (range.from() != null && range.to() != null && range.from().isAfter(range.to())) {
            throw new BadUserInputException(
                    "no day lies between " + range.from() + " and " + range.to() + "; send the earlier day as from");
        }
        String record = String.format(Locale.ROOT, "daterange(%1$s.%2$s, %1$s.%3$s, '[]')", alias, earliest, latest);
        conditions.add(record + (range.match() == DateMatch.WITHIN ? " <@ " : " && ")
                + "daterange(cast(:rangeFrom as date), cast(:rangeTo as date), '[]')");
        parameters.put("rangeFrom", day(range.from()));
        parameters.put("rangeTo", day(range.to()));
        return this;
    }

    /** A day as the database reads it, or null. */
    public static String day(LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw new BadUserInputException("the year of " + day + " is not kept; send a day from 0001-01-01 to " + LAST_YEAR + "-12-31");
        }
        return day == null ? null : day.toString();
    }

    /** The conditions, joined; true where there is none. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
