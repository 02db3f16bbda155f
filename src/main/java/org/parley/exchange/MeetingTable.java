package org.parley.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.dataset.dump.RoleColumns;
import org.parley.entry.Entry;
import org.parley.exchange.CsvFile.Row;
import org.parley.record.Kind;

/** Converts a table of meetings. docs/exchange.md describes the columns. */
final class MeetingTable {

    /** Computed columns that a dump writes; an import ignores them. */
    private static final List<String> COMPUTED = List.of("dateEarliest", "dateLatest");
    static final List<String> COLUMNS = Stream.of(
            List.of("slug", "title", "kind", "level", "medium", "setting", "status", "publicity", "date", "dateReading", "dateInferred"),
            COMPUTED, List.of("places", "placeInferred", "track", "partOf", "ordinal"), MeetingRowConverter.ATTENDANCE,
            List.of("happening", "summary", "outcomes", "issues"), RoleColumns.all(), List.of("locator", "voice", "fragment"))
            .flatMap(List::stream).toList();

    private MeetingTable() {
    }

    static ImportedEntries read(Path file, ExistingRecords existing, String source) {
        ImportedEntries meetings = new ImportedEntries(Kind.MEETING, file.toString());
        for (Row row : CsvFile.read(file, COLUMNS, meetings)) {
            String slug = slug(row);
            Optional<Entry> same = existing.meeting(slug, row.text("title"), row.text("date"));
            if (same.isPresent()) {
                meetings.addExisting("line " + row.line() + ": '" + row.text("title") + "'", same.get(),
                        "an attestation by " + source + (row.text("locator").isEmpty() ? "" : ", " + row.text("locator")));
            } else {
                new MeetingRowConverter(row, existing, meetings).write(slug, source);
            }
        }
        return meetings;
    }

    /** Returns the slug of the row, else one made of the title and of the date if it consists of digits. */
    private static String slug(Row row) {
        String title = SlugGenerator.of(row.text("title"));
        String date = row.text("date").matches("[\\d-]+") ? row.text("date") : "";
        if (!row.text("slug").isEmpty()) {
            return row.text("slug");
        }
        return title.isEmpty() ? "line-" + row.line() : date.isEmpty() || title.endsWith(date) ? title : title + "-" + date;
    }
}
