package org.parley.exchange.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.table.CsvGuard;

/**
 * Reads a delimited table with a header (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>), and removes the apostrophes with
 * which a dump guards cells.
 */
final class DelimitedRows {

    private static final CsvMapper CSV = CsvMapper
            .builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(ForeignFile.MAX_CELL).build()).build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private record Line(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private DelimitedRows() {
    }

    static void read(Reader text, Dialect dialect, Consumer<ForeignRow> rows) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(dialect.delimiter()).withQuoteChar(dialect.quote());
        try (JsonParser parser = CSV.reader(schema).createParser(text)) {
            parser.nextToken();
            Line header = next(parser);
            if (header == null) {
                throw new ForeignFileException(0, "has no rows; write a header row, then a row for each record");
            }
            checkHeader(header);
            int number = 1;
            for (Line line = next(parser); line != null; line = next(parser)) {
                if (!line.isBlank()) {
                    rows.accept(row(number++, header, line));
                }
            }
        } catch (JsonProcessingException e) {
            throw new ForeignFileException(e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "is not a valid table: " + e.getOriginalMessage() + "; correct the quotation marks, or split the cell");
        }
    }

    private static Line next(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        int line = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
            cells.add(CsvGuard.unguard(parser.getText()).strip());
        }
        return new Line(line, cells);
    }

    private static void checkHeader(Line header) {
        Set<String> seen = new HashSet<>();
        for (String column : header.cells) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new ForeignFileException(header.number, "has the column '" + column + "' twice; rename one of them");
            }
        }
    }

    private static ForeignRow row(int number, Line header, Line line) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < line.cells.size(); i++) {
            if (i < header.cells.size()) {
                values.put(header.cells.get(i), line.cells.get(i));
            } else if (!line.cells.get(i).isBlank()) {
                throw new ForeignFileException(line.number, "has " + line.cells.size() + " cells, but there are " + header.cells.size()
                        + " columns; quote cells that contain the delimiter");
            }
        }
        int position = line.number;
        return new ForeignRow(number, () -> position, values);
    }
}
