package org.parley.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes CSV by <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> with a header, in UTF-8. Numbers and booleans are written as
 * they are, and text is guarded.
 */
final class CsvWriter {

    private static final CsvFactory CSV = CsvFactory.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private CsvWriter() {
    }

    static void write(Table table, OutputStream out) throws IOException {
        try (CsvGenerator csv = CSV.createGenerator(out, JsonEncoding.UTF8)) {
            csv.setSchema(LINES);
            csv.writeStartArray();
            for (TableColumn column : table.columns()) {
                csv.writeString(column.name());
            }
            csv.writeEndArray();
            table.forEachRow(cells -> {
                csv.writeStartArray();
                for (Object cell : cells) {
                    write(cell, cells.length == 1, csv);
                }
                csv.writeEndArray();
            });
        }
    }

    /** Writes a cell. The only cell of a row is quoted if it is blank, because readers skip blank lines. */
    private static void write(Object cell, boolean only, CsvGenerator csv) throws IOException {
        if (cell instanceof Number number) {
            csv.writeNumber(number.toString());
        } else if (only && CellText.of(cell).isEmpty()) {
            csv.writeRawValue("\"\"");
        } else {
            csv.writeString(CsvGuard.guard(CellText.of(cell)));
        }
    }
}
