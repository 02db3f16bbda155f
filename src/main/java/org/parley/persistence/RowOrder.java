package org.parley.persistence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;

/**
 * The unique order of the rows of a query that is read in pages, in both directions. All keys ascend; a number that descends is negated.
 *
 * @param keys the sort keys
 * @param position the form of sort key and slug of a cursor, with one group for each key
 */
public record RowOrder(List<ListQuery.Key> keys, Pattern position) {

    /** Returns the `order by` terms of a page, which is read from its end if the request is backwards. */
    public String terms(PageRequest request) {
        return keys.stream().map(key -> key.sql() + (request.backwards() ? " desc" : "")).collect(Collectors.joining(", "));
    }

    /**
     * Returns the condition for the rows between the cursors of a request, and adds its parameters: `:after1` and `:before1` are the first
     * keys. Throws a BadUserInputException for a cursor of another form.
     */
    public String between(PageRequest request, WhereClause where) {
        return beyond(request.after(), "after", ">", where) + " and " + beyond(request.before(), "before", "<", where);
    }

    private String beyond(Cursor cursor, String argument, String operator, WhereClause where) {
        if (cursor == null) {
            return "true";
        }
        Matcher place = cursor.place(argument, position);
        IntStream.rangeClosed(1, keys.size()).forEach(i -> where.with(argument + i, place.group(i)));
        String values = IntStream.rangeClosed(1, keys.size())
                .mapToObj(i -> String.format(Locale.ROOT, keys.get(i - 1).ofText(), ":" + argument + i)).collect(Collectors.joining(", "));
        return keys.stream().map(ListQuery.Key::sql).collect(Collectors.joining(", ", "(", ")")) + " " + operator + " (" + values + ")";
    }
}
