package org.parley.stats;

import java.util.List;

/** Dimensions of which two values belong together: a stance is taken on an issue, and a place is in a country. */
final class PairedDimensions {

    private static final String STANCES_ON_ISSUES = """
            link# as (select distinct e.id, p.stance as key, true as certain, p.issue_id as other
                from selected e join position p on p.statement_id = e.id)""";
    private static final String COUNTRIES_OF_PLACES = """
            link# as (select e.id, p.country_id as key, not e.place_inferred as certain, p.id as other from selected e
                join meeting_place m on m.meeting_id = e.id join place p on p.id = m.place_id where p.country_id is not null)""";

    private PairedDimensions() {
    }

    /** Returns the dimension of each value. */
    static List<Dimension> of(List<? extends Enum<?>> by) {
        return by.stream().map(each -> paired(each, by)).toList();
    }

    private static Dimension paired(Enum<?> by, List<? extends Enum<?>> all) {
        Dimension dimension = DimensionQueries.of(by);
        if (by == StatementDimension.STANCE && all.contains(StatementDimension.ISSUE)) {
            return dimension.paired(STANCES_ON_ISSUES, with(all.indexOf(StatementDimension.ISSUE)));
        }
        if (by == MeetingDimension.COUNTRY && all.contains(MeetingDimension.PLACE)) {
            return dimension.paired(COUNTRIES_OF_PLACES, with(all.indexOf(MeetingDimension.PLACE)));
        }
        return dimension;
    }

    private static String with(int other) {
        return " and link#.other = link" + (other + 1) + ".key";
    }
}
