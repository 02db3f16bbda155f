package org.parley.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.parley.fault.BadUserInputException;
import org.parley.text.SearchTerms;
import org.parley.time.DateMatch;
import org.parley.time.DateRange;

/** Conditions of a query, joined by `and`, with their parameters. A condition on a value is left out if the value is null. */
public final class WhereClause {

    private static final int LAST_YEAR = 9999;
    private static final int MAX_VALUES = 1_000;

    /** Distinct keys. */
    record Keys(Long[] values) {}

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Returns the conditions of a filter, where `conditions` returns those outside its `and`, `or` and `not`. */
    public static <F extends CombinableFilter<F>> WhereClause of(F filter, Function<F, WhereClause> conditions) {
        return new CombinedFilter<>(conditions).where(filter);
    }

    /** Adds a condition without a value. */
    public WhereClause and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition on the parameter `:name`, unless the value is null. */
    public WhereClause and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** Adds a condition on the terms `:name` of a search. */
    public WhereClause text(String condition, String name, String text) {
        return and(condition, name, text == null ? null : SearchTerms.of(name, text).terms().toArray(String[]::new));
    }

    /** Adds a parameter without a condition. */
    public WhereClause with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Adds the array parameter `:name` with these keys, each once. All batches must pass keys this way. */
    public WhereClause keys(String name, Collection<Long> keys) {
        return with(name, new Keys(keys.stream().distinct().toArray(Long[]::new)));
    }

    /** Adds a condition on the array `:name` of slugs or enum values. An empty list matches nothing. */
    public WhereClause anyOf(String condition, String name, List<?> values) {
        return values == null ? this : and(condition).values(name, values);
    }

    /** Adds the array parameter `:name` of slugs or enum values, each once; at most 1,000. */
    public WhereClause values(String name, List<?> values) {
        checkNumber(name, values.size());
        return with(name, values.stream().map(String::valueOf).distinct().toArray(String[]::new));
    }

    static void checkNumber(String name, int values) {
        if (values > MAX_VALUES) {
            throw new BadUserInputException(name + ": " + values + " values; send at most " + MAX_VALUES);
        }
    }

    /** Adds the parameters of another clause with a prefix, and returns its conditions. */
    String addRenamed(WhereClause other, String prefix) {
        other.parameters.forEach((name, value) -> parameters.put(prefix + name, value));
        return NamedParameterSql.renamed(other.sql(), prefix);
    }

    /** Returns the number of values in array parameters. */
    int values() {
        return parameters.values().stream().mapToInt(value -> value instanceof String[] texts ? texts.length : 0).sum();
    }

    /** Adds a condition on the columns `date_earliest` and `date_latest` of a table. */
    public WhereClause during(String alias, DateRange range) {
        return during(alias, "date_earliest", "date_latest", range);
    }

    /** Adds a condition on a pair of date columns, of which null is open. */
    public WhereClause during(String alias, String earliest, String latest, DateRange range) {
        if (range == null || range.from() == null && range.to() == null) {
            return this;
        }
        if (range.from() != null && range.to() != null && range.from().isAfter(range.to())) {
            throw new BadUserInputException("from (" + range.from() + ") is after to (" + range.to() + "); send the earlier date as from");
        }
        String record = String.format(Locale.ROOT, "daterange(%1$s.%2$s, %1$s.%3$s, '[]')", alias, earliest, latest);
        String from = "from" + conditions.size();
        String to = "to" + conditions.size();
        conditions.add(String.format(Locale.ROOT, "%s %s daterange(cast(:%s as date), cast(:%s as date), '[]')", record,
                range.match() == DateMatch.WITHIN ? "<@" : "&&", from, to));
        return with(from, day(range.from())).with(to, day(range.to()));
    }

    /** Returns a date as text for the database, or null. */
    public static String day(LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw new BadUserInputException("date " + day + " is out of range; send a date from 0001-01-01 to " + LAST_YEAR + "-12-31");
        }
        return day == null ? null : day.toString();
    }

    /** Returns the parameters without their conditions, for a query that contains {@link #sql} in a subquery. */
    public WhereClause parametersOnly() {
        WhereClause only = new WhereClause();
        only.parameters.putAll(parameters);
        return only;
    }

    /** Whether there is no condition. */
    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Returns the conditions, joined by `and`; `true` if there are none. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** Returns the parameters as values with equality. */
    Map<String, List<?>> comparable() {
        Map<String, List<?>> values = new HashMap<>();
        parameters.forEach((name, value) -> values.put(name, value instanceof Keys keys ? List.of(keys.values)
                : value instanceof Object[] array ? Arrays.asList(array) : Arrays.asList(value)));
        return values;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
