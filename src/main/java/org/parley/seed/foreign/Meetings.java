package org.parley.seed.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.seed.entry.RoleColumns;
import org.parley.seed.foreign.Sheet.Row;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedKind;

/** A table of meetings, one a row; its columns are those of docs/exchange.md. */
final class Meetings {

    /** What is worked out of a date: a dump writes it, and nobody has to. */
    private static final List<String> WORKED_OUT = List.of("dateEarliest", "dateLatest");
    static final List<String> COLUMNS = Stream
            .of(List.of("slug", "title", "kind", "level", "medium", "setting", "status", "date", "dateReading", "dateInferred"), WORKED_OUT,
                    List.of("place", "placeInferred", "track", "partOf", "ordinal", "happening", "summary", "outcomes", "issues"),
                    RoleColumns.all(), List.of("locator", "voice", "fragment"))
            .flatMap(List::stream).toList();

    private Meetings() {
    }

    static Foreign read(Path file, Known known, String source) {
        Foreign meetings = new Foreign(SeedKind.MEETING, file.toString());
        for (Row row : Sheet.read(file, COLUMNS, meetings)) {
            String slug = slug(row);
            Optional<Entry> same = known.meeting(slug, row.text("title"), row.text("date"));
            if (same.isPresent()) {
                meetings.known("line " + row.line() + ": '" + row.text("title") + "'", same.get(),
                        "an attestation by " + source + (row.text("locator").isEmpty() ? "" : ", " + row.text("locator")));
            } else {
                new MeetingRow(row, known, meetings).write(slug, source);
            }
        }
        return meetings;
    }

    /** The slug given, else of the title and a date that is a plain one. */
    private static String slug(Row row) {
        String title = SlugText.of(row.text("title"));
        String date = row.text("date").matches("[\\d-]+") ? row.text("date") : "";
        if (!row.text("slug").isEmpty()) {
            return row.text("slug");
        }
        return title.isEmpty() ? "line-" + row.line() : date.isEmpty() || title.endsWith(date) ? title : title + "-" + date;
    }
}
