package org.parley.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values of arguments and conditions by name, as GraphQL literals. */
final class QueryValues {

    /** Arguments and conditions whose values are actors. */
    static final List<String> ACTORS = List.of("hosts", "mediators", "participants", "together", "speakers", "addressees", "actors",
            "parties", "allParties", "leaders", "mentions", "of", "by", "reportedBy", "partOf");

    static final Map<String, List<String>> BY_NAME = new HashMap<>();

    static {
        List<String> actors = List.of("[\"armenia\", \"european-union\"]", "[\"nobody\"]", "[]");
        ACTORS.forEach(name -> BY_NAME.put(name, actors));
        BY_NAME.put("issues", List.of("[\"peace-treaty\", \"lachin-road\"]"));
        BY_NAME.put("broader", List.of("[\"transport-links\"]", "[\"no-issue\"]"));
        BY_NAME.put("tracks", List.of("[\"brussels-track\", \"moscow-track\"]"));
        BY_NAME.put("sources", List.of("[\"russia-stresses-its-red-lines\"]"));
        BY_NAME.put("meetings", List.of("[\"brussels-2023-07-15\"]"));
        BY_NAME.put("places", List.of("[\"brussels\", \"Moscow\"]"));
        BY_NAME.put("countries", List.of("[\"russia\", \"armenia\"]", "[\"nowhere\"]"));
        BY_NAME.put("text", List.of("\"Karabakh\"", "\"100%_\\\\' \\\"\""));
        BY_NAME.put("discrepancies.sources",
                List.of("[\"russia-stresses-its-red-lines\", \"russias-approaches-towards-armenia-and-azerbaijan\"]"));
        BY_NAME.put("fields", List.of("[\"date\", \"name\"]", "[\"nothing\"]", "[]"));
        BY_NAME.put("authors", actors);
        BY_NAME.put("sourceByIdentifier.scheme", List.of("\"doi\""));
        BY_NAME.put("sourceByIdentifier.value", List.of("\"10.5555/approaches.2021.4\"", "\"10.5555/none\""));
        BY_NAME.put("byIdentifier.scheme", List.of("\"wikidata\""));
        BY_NAME.put("byIdentifier.value", List.of("\"Q399\"", "\"Q0\""));
        BY_NAME.put("measure", List.of("\"arms\""));
        List.of("isReply", "isAnswered", "hasHost", "hasMediator", "hasPlace", "hasAddressee", "inferred", "alleged", "changesStance")
                .forEach(name -> BY_NAME.put(name, List.of("true", "false")));
        BY_NAME.put("relations", List.of("[PROPOSES, COMMENTS_ON]", "[]"));
        BY_NAME.put("between", List.of("{from: \"2023-01-01\"}", "{to: \"2023-07-15\", match: OVERLAPS}",
                "{from: \"2020-01-01\", to: \"2023-12-31\", match: WITHIN}", "{}"));
        BY_NAME.put("during", BY_NAME.get("between"));
        BY_NAME.put("on", List.of("\"2023-07-15\""));
        BY_NAME.put("since", List.of("\"2020-02-29T12:00:00.5+04:00\""));
        BY_NAME.put("editors", List.of("[\"load\"]"));
        BY_NAME.put("editorIds", List.of("[\"0123456789abcdef0123456789abcdef\"]"));
        BY_NAME.put("slugs", List.of("[\"brussels-2023-07-15\"]"));
        BY_NAME.put("asOf", List.of("\"" + Instant.now() + "\""));
        BY_NAME.put("timeline.types", Stream.of("MEETING", "STATEMENT", "AGREEMENT", "EVENT").map(type -> "[" + type + "]").toList());
        List.of("encounters.by", "mediationMatrix.by", "counterparts.by")
                .forEach(name -> BY_NAME.put(name, List.of("PERSON", "PRINCIPAL")));
        BY_NAME.put("meetingStats.by", List.of("[YEAR, HOST]", "[MONTH]", "[PRINCIPAL, STATUS]", "[COUNTRY, ISSUE, TRACK]"));
        BY_NAME.put("statementStats.by", List.of("[QUARTER, SPEAKER]", "[STANCE, ISSUE]", "[IN_REPLY_TO]"));
        BY_NAME.put("agreementStats.by", List.of("[STATUS]", "[PARTY, KIND]"));
        BY_NAME.put("eventStats.by", List.of("[MONTH, PLACE]", "[ACTOR]"));
        BY_NAME.put("positionStats.by", List.of("[ISSUE, STANCE]", "[PRINCIPAL, VOICE]"));
        BY_NAME.put("days", List.of("7"));
        BY_NAME.put("first", List.of("2"));
        BY_NAME.put("last", List.of("2"));
    }

    private QueryValues() {
    }
}
