package org.parley.web;

import java.util.List;

/**
 * What the page of a record shows.
 *
 * @param kind the word for its kind
 * @param summary null if the record has no summary or description
 */
record RecordView(
        String kind,
        String title,
        Moment date,
        String summary,
        String quotation,
        List<Fact> facts,
        List<Section> sections,
        List<Disagreement> disagreements,
        List<Citation> citations) {

    /** A date as printed. */
    record Moment(String label, boolean inferred) {

        public String printed() {
            return inferred ? label + " (inferred)" : label;
        }
    }

    /** A text, with an address unless that is null. */
    record Link(String text, String address, boolean inferred) {

        Link(String text, String address) {
            this(text, address, false);
        }

        static Link text(String text) {
            return new Link(text, null);
        }

        /** The same, but no source states it. */
        Link asInferred() {
            return new Link(text, address, true);
        }
    }

    /**
     * A field.
     *
     * @param lines whether each value has a line of its own
     */
    record Fact(String name, List<Link> values, boolean lines) {}

    /** A list of records. `more` of them are left out. */
    record Section(String heading, List<Row> rows, int more) {}

    /**
     * One record or text of a list.
     *
     * @param date null if the item has no date
     * @param text what follows the name; null for nothing
     */
    record Row(Moment date, Link name, String text) {}

    /** A field on which sources disagree. */
    record Disagreement(String field, String rule, String note, List<Value> values) {}

    record Value(String value, boolean shown, List<Citation> citations) {}

    /**
     * What a source attests, and where.
     *
     * @param record the source, or the record that it attests
     * @param field what it attests; null for the record as a whole
     */
    record Citation(Link record, Link locator, String voice, String fragment, String field, String value) {}
}
