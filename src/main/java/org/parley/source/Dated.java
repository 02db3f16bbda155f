package org.parley.source;

import java.time.LocalDate;
import java.util.Locale;
import org.parley.paging.Cursor;
import org.parley.store.Listing;
import org.parley.time.DateOrder;
import org.parley.time.PartialDate;

/** A record that stands somewhere in time, and the lists of such records in the order of time. */
public interface Dated {

    /** Its slug. */
    String slug();

    /** When. */
    PartialDate when();

    /** The list of that name of all records of the type, `table` being its table. */
    static <T extends Dated> Listing<T> listing(Class<T> type, String name, String table, DateOrder order) {
        return new Listing<>(type, name, table + " e", null, "e.date_sort", "e.slug", "cast(%s as date)", dated -> cursor(name, dated),
                order == DateOrder.DATE_DESC);
    }

    /** The same for those whose `column` is their parent. */
    static <T extends Dated> Listing<T> listing(Class<T> type, String name, String table, String column, DateOrder order) {
        return new Listing<>(type, name, table + " e", "e." + column + " = k.id", "e.date_sort", "e.slug", "cast(%s as date)",
                dated -> cursor(name, dated), order == DateOrder.DATE_DESC);
    }

    /** The same for those that count for an actor, its parent, in a role. */
    static <T extends Dated> Listing<T> ofActor(Class<T> type, String name, String table, String role, DateOrder order) {
        String from = "actor_record r join " + table + " e on e.id = r.record_id";
        String parent = "r.actor_id = k.id and r.role = '" + role + "' and r.kind = '" + table.toUpperCase(Locale.ROOT) + "'";
        return new Listing<>(type, name, from, parent, "r.date_sort", "r.slug", "cast(%s as date)", dated -> cursor(name, dated),
                order == DateOrder.DATE_DESC);
    }

    /** The same for those on an issue, its parent. */
    static <T extends Dated> Listing<T> onIssue(Class<T> type, String name, String table, DateOrder order) {
        String parent = "r.issue_id = k.id and r.kind = '" + table.toUpperCase(Locale.ROOT) + "'";
        return new Listing<>(type, name, "issue_record r join " + table + " e on e.id = r.record_id", parent, "r.date_sort", "r.slug",
                "cast(%s as date)", dated -> cursor(name, dated), order == DateOrder.DATE_DESC);
    }

    /** The same for those that are tied to their parent by another table. */
    static <T extends Dated> Listing<T> linked(Class<T> type, String name, String from, String parent, DateOrder order) {
        return new Listing<>(type, name, from, parent, "e.date_sort", "e.slug", "cast(%s as date)", dated -> cursor(name, dated),
                order == DateOrder.DATE_DESC);
    }

    private static Cursor cursor(String name, Dated dated) {
        LocalDate day = dated.when().sortDay();
        return new Cursor(name, day.equals(LocalDate.MAX) ? "infinity" : day.toString(), dated.slug());
    }
}
