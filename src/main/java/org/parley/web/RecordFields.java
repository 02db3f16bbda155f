package org.parley.web;

import java.util.Map;
import java.util.Set;

/** The fields of records.graphql that a page shows, with their headings. */
final class RecordFields {

    /** Facts by field, in the order of the page. */
    static final Map<String, String> FACTS = Texts.ordered("kind", "Kind", "status", "Status", "form", "Form", "venue", "Venue", "places",
            "Place", "track", "Track", "issues", "Issues", "issue", "Issue", "speakers", "Speakers", "onBehalfOf", "On behalf of",
            "addressees", "Addressed to", "meeting", "Meeting", "inReplyTo", "In reply to", "previous", "Previous meeting", "parties",
            "Parties", "mediators", "Mediators", "actors", "Actors", "actor", "Held by", "stance", "Stance", "statement", "Said in",
            "measure", "Measure", "printed", "As printed", "value", "Value", "unit", "Unit", "of", "Of", "by", "By", "reportedBy",
            "Reported by", "period", "Period", "leads", "Led by", "partOf", "Part of", "broader", "Part of", "country", "Country",
            "countryCode", "Country code", "coordinates", "Coordinates", "aliases", "Also called", "outcomes", "Outcomes", "authors",
            "Authors", "publisher", "Publisher", "published", "Published", "language", "Language", "license", "License", "url", "Address",
            "archivedUrl", "Copy", "note", "Note", "editionOf", "Edition of", "editions", "Later editions", "identifiers", "Identifiers");

    /** Lists by field. */
    static final Map<String, String> LISTS = Texts.ordered("participations", "Participants", "signatories", "Signed by", "provisions",
            "Provisions", "points", "Points", "references", "Speaks of", "links", "Relates to", "positions", "Positions", "meetings",
            "Meetings", "statements", "Statements", "agreements", "Agreements", "events", "Events", "offices", "Offices", "officeHolders",
            "Office holders");

    /** Fields of FACTS whose values are constants. */
    static final Set<String> ENUMS = Set.of("kind", "status", "form", "stance");

    private RecordFields() {
    }
}
