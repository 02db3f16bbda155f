package org.parley.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.dataset.PathCheck;
import org.parley.entry.check.Suggestion;
import org.parley.table.CsvGuard;

/**
 * Reads a CSV table (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, UTF-8) with a header. Removes the apostrophes with
 * which a dump guards cells.
 */
final class CsvFile {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES, CsvParser.Feature.TRIM_SPACES).build();

    /** A non-blank cell and its first line. */
    record Cell(int line, String text) {}

    /** The non-blank cells of a row, by column. */
    record Row(int line, Map<String, Cell> cells) {

        String text(String column) {
            return cells.containsKey(column) ? cells.get(column).text : "";
        }
    }

    private final List<String> columns;
    private final ImportedEntries foreign;

    private CsvFile(List<Cell> header, List<String> knownColumns, ImportedEntries foreign) {
        this.columns = header.stream().map(Cell::text).toList();
        this.foreign = foreign;
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!knownColumns.contains(column)) {
                foreign.fault(1, column, "is not a known column; " + Suggestion.of(column, knownColumns)
                        .map(suggestion -> "write " + suggestion).orElse("remove it, or write one of " + String.join(", ", knownColumns)));
            } else if (!seen.add(column)) {
                foreign.fault(1, column, "is a duplicate column; write each column once");
            }
        }
    }

    /** Returns the non-blank rows. Adds the faults of the table to `foreign`. */
    static List<Row> read(Path file, List<String> knownColumns, ImportedEntries foreign) {
        List<List<Cell>> lines = lines(file, foreign);
        if (lines.isEmpty() && foreign.faults.isEmpty()) {
            foreign.fault(0, "", "has no rows; write a header row, then a row for each record");
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        if (lines.get(0).size() == 1 && lines.get(0).get(0).text.contains(";")) {
            foreign.fault(1, "", "separates columns by semicolons; separate columns by commas, and items of a list by semicolons");
            return List.of();
        }
        CsvFile sheet = new CsvFile(lines.get(0), knownColumns, foreign);
        return lines.subList(1, lines.size()).stream().map(sheet::row).filter(row -> !row.cells.isEmpty()).toList();
    }

    private static List<List<Cell>> lines(Path file, ImportedEntries foreign) {
        List<List<Cell>> lines = new ArrayList<>();
        try (JsonParser parser = CSV.createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(parser));
            }
        } catch (JsonProcessingException e) {
            foreign.fault(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "", "is not valid CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            foreign.fault(0, "", "cannot be read: " + PathCheck.reason(e));
        }
        return lines;
    }

    private static List<Cell> line(JsonParser parser) throws IOException {
        List<Cell> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            cells.add(new Cell(parser.currentTokenLocation().getLineNr(), CsvGuard.unguard(parser.getText().strip()).strip()));
        }
        return cells;
    }

    private Row row(List<Cell> line) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
            if (!line.get(i).text.isEmpty()) {
                cells.put(columns.get(i), line.get(i));
            }
        }
        if (line.size() > columns.size()) {
            foreign.fault(line.get(0).line, "",
                    "has " + line.size() + " cells, but there are " + columns.size() + " columns; quote cells that contain a comma");
        }
        return new Row(line.get(0).line, cells);
    }
}
