package org.parley.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.actor.ParticipationRole;
import org.parley.dataset.dump.RoleColumns;
import org.parley.exchange.CsvFile.Cell;
import org.parley.exchange.CsvFile.Row;
import org.parley.record.Kind;

/** Converts a row of a table of meetings to an entry. A blank cell is no value. */
final class MeetingRowConverter {

    private static final Pattern WITH_OFFICE = Pattern.compile("(.+?)\\s*\\((.+)\\)");
    private static final String LIST_SEPARATOR = "\\s*;\\s*";

    static final List<String> ATTENDANCE = List.of("attendancePrinted", "attendanceLowest", "attendanceHighest");

    private final Row row;
    private final ExistingRecords existing;
    private final ImportedEntries meetings;
    private final ObjectNode entry;
    private final String pointer;

    MeetingRowConverter(Row row, ExistingRecords existing, ImportedEntries meetings) {
        this.row = row;
        this.existing = existing;
        this.meetings = meetings;
        this.entry = meetings.add();
        this.pointer = meetings.pointer();
        meetings.origins.put(pointer, row::line, "");
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
        text("publicity");
        date();
        list("places").forEach(place -> entry.withArray("/places").add(existing.slug(Kind.PLACE, place)));
        trace("places", "places");
        flag(entry, "placeInferred", "placeInferred");
        reference("track", Kind.TRACK);
        reference("partOf", Kind.MEETING);
        number(entry, "ordinal", "ordinal");
        attendance();
        text("happening");
        text("summary");
        list("outcomes").forEach(outcome -> entry.withArray("/outcomes").add(outcome));
        list("issues").forEach(issue -> entry.withArray("/issues").add(existing.slug(Kind.ISSUE, issue)));
        trace("outcomes", "outcomes");
        trace("issues", "issues");
        participations();
        attestation(source);
    }

    private void text(String key) {
        cell(key).ifPresent(cell -> entry.put(key, cell.text()));
        trace(key, key);
    }

    private void reference(String key, Kind kind) {
        cell(key).ifPresent(cell -> entry.put(key, existing.slug(kind, cell.text())));
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
            flag(date, "inferred", "dateInferred");
        }
        trace("date", "date");
        trace("date/reading", "dateReading");
        trace("date/inferred", "dateInferred");
    }

    private void flag(ObjectNode node, String key, String column) {
        cell(column).ifPresent(cell -> {
            if (cell.text().equalsIgnoreCase("true")) {
                node.put(key, true);
            } else {
                node.put(key, cell.text());
            }
        });
        trace(key, column);
    }

    private void attendance() {
        if (ATTENDANCE.stream().noneMatch(column -> cell(column).isPresent())) {
            return;
        }
        ObjectNode attendance = entry.putObject("attendance");
        cell("attendancePrinted").ifPresent(cell -> attendance.put("printed", cell.text()));
        number(attendance, "lowest", "attendanceLowest");
        number(attendance, "highest", "attendanceHighest");
        trace("attendance", "attendancePrinted");
        trace("attendance/printed", "attendancePrinted");
        trace("attendance/lowest", "attendanceLowest");
        trace("attendance/highest", "attendanceHighest");
    }

    /** Adds an integer. Other text is kept, to be reported by the checks. */
    private void number(ObjectNode node, String key, String column) {
        cell(column).ifPresent(cell -> {
            if (cell.text().matches("\\d{1,9}")) {
                node.put(key, Integer.parseInt(cell.text()));
            } else {
                node.put(key, cell.text());
            }
        });
        trace(key, column);
    }

    /** An actor and the title of its office, or null. */
    private record Participant(String actor, String office) {}

    /** Adds one participation for each actor, with a role for each of its columns. */
    private void participations() {
        List<Participant> participants = new ArrayList<>();
        for (ParticipationRole role : ParticipationRole.values()) {
            String column = RoleColumns.of(role);
            for (Participant participant : list(column).stream().map(this::participant).distinct().toList()) {
                if (!participants.contains(participant)) {
                    trace("participations/" + participants.size(), column);
                    participation(participant);
                    participants.add(participant);
                }
                String roles = "participations/" + participants.indexOf(participant) + "/roles";
                trace(roles + "/" + entry.at("/" + roles).size(), column);
                entry.withArray("/" + roles).add(role.name());
            }
        }
    }

    /** Parses a slug or name of an actor, optionally followed by the title of its office in parentheses. */
    private Participant participant(String text) {
        Matcher split = WITH_OFFICE.matcher(text);
        boolean isActor = existing.find(Kind.ACTOR, text, actor -> true).isPresent() || !split.matches();
        return isActor ? new Participant(existing.slug(Kind.ACTOR, text), null)
                : new Participant(existing.slug(Kind.ACTOR, split.group(1)), split.group(2));
    }

    private void participation(Participant participant) {
        ObjectNode participation = entry.withArray("/participations").addObject().put("actor", participant.actor);
        participation.putArray("roles");
        if (participant.office != null) {
            participation.put("office", participant.office);
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
        return cell(column).stream().flatMap(cell -> Arrays.stream(cell.text().split(LIST_SEPARATOR))).filter(item -> !item.isEmpty())
                .toList();
    }

    private Optional<Cell> cell(String column) {
        return Optional.ofNullable(row.cells().get(column));
    }

    private void trace(String key, String column) {
        meetings.origins.put(pointer + "/" + key, () -> cell(column).map(Cell::line).orElse(row.line()), column);
    }
}
