package org.parley.entry;

/** SQL of the references that must not lead to a later record: to the source of an edition, and to a linked agreement. */
public final class DateOrderSql {

    /**
     * The references: kind and slug of the record, the last day of its date, and slug and first day of the record it refers to. A day is
     * null if unbounded.
     */
    public static final String REFERENCES = """
            select 'source' as kind, e.slug, e.date_latest as latest, o.slug as other, o.date_earliest as other_earliest
            from source e join source o on o.id = e.edition_of_id
            union all
            select 'agreement', a.slug, a.date_latest, o.slug, o.date_earliest from agreement_link l
            join agreement a on a.id = l.agreement_id join agreement o on o.id = l.linked_id where l.relation <> 'ANNEXED_TO'""";

    private DateOrderSql() {
    }
}
