package org.parley.persistence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.fault.BadUserInputException;

/** Converts a filter and all filters inside its `and`, `or` and `not` to one condition. */
final class CombinedFilter<F extends CombinableFilter<F>> {

    private static final int MAX_FILTERS = 50;

    private final Function<F, WhereClause> conditions;
    private int filters;
    private int values;

    CombinedFilter(Function<F, WhereClause> conditions) {
        this.conditions = conditions;
    }

    /** Throws a BadUserInputException if the filter contains more than 50 filters, or more than 1,000 values in all. */
    WhereClause where(F filter) {
        WhereClause where = conditions.apply(filter);
        values += where.values();
        WhereClause.checkNumber("filter", values);
        if (filter.and() != null) {
            filter.and().forEach(inner -> where.and(nested(where, inner)));
        }
        if (filter.or() != null) {
            where.and(anyOf(where, filter.or()));
        }
        return filter.not() == null ? where : where.and("(" + nested(where, filter.not()) + ") is not true");
    }

    private String anyOf(WhereClause where, List<F> alternatives) {
        return alternatives.isEmpty() ? "false"
                : alternatives.stream().map(inner -> "(" + nested(where, inner) + ")").collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Adds the parameters of a nested filter to the clause and returns its conditions. */
    private String nested(WhereClause where, F inner) {
        if (++filters > MAX_FILTERS) {
            throw new BadUserInputException(
                    "filter: too many filters in and, or and not; send at most " + MAX_FILTERS + ", nested ones included");
        }
        String prefix = "f" + filters;
        return where.addRenamed(where(inner), prefix);
    }
}
