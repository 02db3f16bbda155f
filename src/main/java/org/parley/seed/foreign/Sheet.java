package org.parley.seed.foreign;

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
import org.parley.seed.check.Nearest;
import org.parley.seed.dump.CsvGuard;
import org.parley.seed.read.UsablePath;

/** A table in CSV (RFC 4180, UTF-8): a row of column names, then the rows. Cells that a dump guarded are read as they were. */
final class Sheet {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES, CsvParser.Feature.TRIM_SPACES).build();

    /** A cell that is not blank, and the line on which it begins. */
    record Cell(int line, String text) {}

    /** The cells of a row that are not blank, by column. */
    record Row(int line, Map<String, Cell> cells) {

        String text(String column) {
            return cells.containsKey(column) ? cells.get(column).text : "";
        }
    }

    private final List<String> columns;
    private final Foreign foreign;

    private Sheet(List<Cell> header, List<String> known, Foreign foreign) {
        this.columns = header.stream().map(Cell::text).toList();
        this.foreign = foreign;
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                foreign.fault(1, column, "is no column here; " + Nearest.of(column, known).map(near -> "write " + near)
                        .orElse("leave it out, or write one of " + String.join(", ", known)));
            } else if (!seen.add(column)) {
                foreign.fault(1, column, "is a column already; write each once");
            }
        }
    }

    /** The rows that are not blank; what is wrong with the table as such is told. */
    static List<Row> read(Path file, List<String> known, Foreign foreign) {
        List<List<Cell>> lines = lines(file, foreign);
        if (lines.isEmpty() && foreign.faults.isEmpty()) {
            foreign.fault(0, "", "has no rows; write the names of the columns first, then a row for each record");
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        if (lines.get(0).size() == 1 && lines.get(0).get(0).text.contains(";")) {
            foreign.fault(1, "", "its columns are separated by semicolons; separate them by commas, and the items of a list by semicolons");
            return List.of();
        }
        Sheet sheet = new Sheet(lines.get(0), known, foreign);
        return lines.subList(1, lines.size()).stream().map(sheet::row).filter(row -> !row.cells.isEmpty()).toList();
    }

    private static List<List<Cell>> lines(Path file, Foreign foreign) {
        List<List<Cell>> lines = new ArrayList<>();
        try (JsonParser parser = CSV.createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(parser));
            }
        } catch (JsonProcessingException e) {
            foreign.fault(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "", "is no CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            foreign.fault(0, "", "cannot be read: " + UsablePath.reason(e));
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
            foreign.fault(line.get(0).line, "", "has " + line.size() + " cells, and there are " + columns.size()
                    + " columns; put a cell with a comma in it into quotes");
        }
        return new Row(line.get(0).line, cells);
    }
}
