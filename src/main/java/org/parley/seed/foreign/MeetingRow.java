package org.parley.seed.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.actor.ParticipationRole;
import org.parley.seed.entry.RoleColumns;
import org.parley.seed.foreign.Sheet.Cell;
import org.parley.seed.foreign.Sheet.Row;
import org.parley.seed.read.SeedKind;

/** One row of a table of meetings, made into an entry. A cell that is blank says nothing. */
final class MeetingRow {

    private static final Pattern WITH_OFFICE = Pattern.compile("(.+?)\\s*\\((.+)\\)");
    private static final String LIST = "\\s*;\\s*";

    private final Row row;
    private final Known known;
    private final Foreign meetings;
    private final ObjectNode entry;
    private final String pointer;

    MeetingRow(Row row, Known known, Foreign meetings) {
        this.row = row;
        this.known = known;
        this.meetings = meetings;
        this.entry = meetings.add();
        this.pointer = meetings.pointer();
        meetings.traces.put(pointer, row::line, "");
    }

    void write(String slug, String source) {
        entry.put("slug", slug);
        trace("slug", row.text("slug").isEmpty() ? "title" : "slug");
        text("title");
        text("kind");
        List.of("level", "medium", "setting").forEach(key -> {
            entry.put(key, "UNSPECIFIED");
            text(key);
        });
        text("status");
        date();
        reference("place", SeedKind.PLACE);
        truth(entry, "placeInferred", "placeInferred");
        reference("track", SeedKind.TRACK);
        reference("partOf", SeedKind.MEETING);
        ordinal();
        text("happening");
        text("summary");
        list("outcomes").forEach(outcome -> entry.withArray("/outcomes").add(outcome));
        list("issues").forEach(issue -> entry.withArray("/issues").add(known.slug(SeedKind.ISSUE, issue)));
        trace("outcomes", "outcomes");
        trace("issues", "issues");
        participations();
        attestation(source);
    }

    private void text(String key) {
        cell(key).ifPresent(cell -> entry.put(key, cell.text()));
        trace(key, key);
    }

    private void reference(String key, SeedKind kind) {
        cell(key).ifPresent(cell -> entry.put(key, known.slug(kind, cell.text())));
        trace(key, key);
    }

    private void date() {
        if (cell("dateReading").isEmpty() && cell("dateInferred").isEmpty()) {
            text("date");
            return;
        }
        ObjectNode date = entry.putObject("date").put("edtf", row.text("date"));
        cell("dateReading").ifPresent(cell -> date.put("reading", cell.text()));
        if (cell("dateReading").isEmpty()) {
            truth(date, "inferred", "dateInferred");
        }
        trace("date", "date");
        trace("date/reading", "dateReading");
        trace("date/inferred", "dateInferred");
    }

    private void truth(ObjectNode node, String key, String column) {
        cell(column).ifPresent(cell -> {
            if (cell.text().equalsIgnoreCase("true")) {
                node.put(key, true);
            } else {
                node.put(key, cell.text());
            }
        });
        trace(key, column);
    }

    private void ordinal() {
        text("ordinal");
        cell("ordinal").filter(cell -> cell.text().matches("\\d{1,9}"))
                .ifPresent(cell -> entry.put("ordinal", Integer.parseInt(cell.text())));
    }

    /** An actor, and the office in which it acted, or null. */
    private record Part(String actor, String office) {}

    /** An actor in several columns has one participation with several roles. */
    private void participations() {
        List<Part> parts = new ArrayList<>();
        for (ParticipationRole role : ParticipationRole.values()) {
            String column = RoleColumns.of(role);
            for (Part part : list(column).stream().map(this::part).distinct().toList()) {
                if (!parts.contains(part)) {
                    trace("participations/" + parts.size(), column);
                    participation(part);
                    parts.add(part);
                }
                String roles = "participations/" + parts.indexOf(part) + "/roles";
                trace(roles + "/" + entry.at("/" + roles).size(), column);
                entry.withArray("/" + roles).add(role.name());
            }
        }
    }

    /** An actor by slug or name, with the title of its office in brackets where it acted in one. */
    private Part part(String text) {
        Matcher split = WITH_OFFICE.matcher(text);
        boolean whole = known.find(SeedKind.ACTOR, text, actor -> true).isPresent() || !split.matches();
        return whole ? new Part(known.slug(SeedKind.ACTOR, text), null)
                : new Part(known.slug(SeedKind.ACTOR, split.group(1)), split.group(2));
    }

    private void participation(Part part) {
        ObjectNode participation = entry.withArray("/participations").addObject().put("actor", part.actor);
        participation.putArray("roles");
        if (part.office != null) {
            participation.put("office", part.office);
        }
    }

    private void attestation(String source) {
        ObjectNode attestation = entry.putArray("attestations").addObject().put("source", source);
        cell("locator").ifPresent(cell -> attestation.put("locator", cell.text()));
        attestation.put("voice", cell("voice").map(Cell::text).orElse("DOCUMENT_FACT"));
        cell("fragment").ifPresent(cell -> attestation.put("fragment", cell.text()));
        List.of("locator", "voice", "fragment").forEach(column -> trace("attestations/0/" + column, column));
    }

    private List<String> list(String column) {
        return cell(column).stream().flatMap(cell -> Arrays.stream(cell.text().split(LIST))).filter(item -> !item.isEmpty()).toList();
    }

    private Optional<Cell> cell(String column) {
        return Optional.ofNullable(row.cells().get(column));
    }

    private void trace(String key, String column) {
        meetings.traces.put(pointer + "/" + key, () -> cell(column).map(Cell::line).orElse(row.line()), column);
    }
}
