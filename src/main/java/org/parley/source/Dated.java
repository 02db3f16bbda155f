package org.parley.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Cursor;
import org.parley.persistence.ListQuery;
import org.parley.time.DateOrder;
import org.parley.time.PartialDate;

/** The interface of the record types that have a date, and lists of such records by date. */
@Interface
@Name("Dated")
@Description("A record that has a date.")
public interface Dated {

    String slug();

    @NonNull
    PartialDate getDate();

    /** Returns the list of all records of a type. Its cursors contain the name. */
    static <T extends Dated> ListQuery<T> listing(Class<T> type, String name, String table, DateOrder order) {
        return listing(type, name, table + " e", null, "e", order);
    }

    /** Returns the list of the records whose `column` refers to the parent. */
    static <T extends Dated> ListQuery<T> listing(Class<T> type, String name, String table, String column, DateOrder order) {
        return linked(type, name, table + " e", "e." + column + " = k.id", order);
    }

    /** Returns the list of the records that another table links to the parent. */
    static <T extends Dated> ListQuery<T> linked(Class<T> type, String name, String from, String parent, DateOrder order) {
        return listing(type, name, from, parent, "e", order);
    }

    /** Returns the list of the records that count for an actor in a role. */
    static <T extends Dated> ListQuery<T> ofActor(Class<T> type, String name, String table, String role, DateOrder order) {
        String parent = "r.actor_id = k.id and r.role = '" + role + "' and r.kind = '" + table.toUpperCase(Locale.ROOT) + "'";
        return listing(type, name, ListQuery.linked("actor_record r", table), parent, "r", order);
    }

    /** Returns the list of the records on an issue. */
    static <T extends Dated> ListQuery<T> onIssue(Class<T> type, String name, String table, DateOrder order) {
        String parent = "r.issue_id = k.id and r.kind = '" + table.toUpperCase(Locale.ROOT) + "'";
        return listing(type, name, ListQuery.linked("issue_record r", table), parent, "r", order);
    }

    /** The records of a type at a place, which is the parent. */
    static <T extends Dated> ListQuery<T> atPlace(Class<T> type, String name, String table, DateOrder order) {
        String parent = "r.place_id = k.id and r.kind = '" + table.toUpperCase(Locale.ROOT) + "'";
        return listing(type, name, ListQuery.linked("place_record r", table), parent, "r", order);
    }

    /** Returns the list of the records that `from` links to the parent. The table `sorted` has the day and slug of each. */
    static <T extends Dated> ListQuery<T> listing(Class<T> type, String name, String from, String parent, String sorted, DateOrder order) {
        return new ListQuery<>(type, name, from, parent, List.of(ListQuery.Key.day(sorted + ".date_sort")), sorted + ".slug",
                dated -> cursor(name, dated), order == DateOrder.DATE_DESC);
    }

    private static Cursor cursor(String name, Dated dated) {
        LocalDate day = dated.getDate().sortDay();
        return new Cursor(name, day.equals(LocalDate.MAX) ? "infinity" : day.toString(), dated.slug());
    }
}
