package org.parley.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes JSON Lines: an object for each row, whose keys are the columns. */
final class JsonLinesWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializedString LINE_END = new SerializedString("\n");

    private JsonLinesWriter() {
    }

    static void write(Table table, OutputStream out) throws IOException {
        List<SerializedString> names = table.columns().stream().map(column -> new SerializedString(column.name())).toList();
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            table.forEachRow(cells -> {
                json.writeStartObject();
                for (int i = 0; i < cells.length; i++) {
                    json.writeFieldName(names.get(i));
                    write(cells[i], json);
                }
                json.writeEndObject();
                json.writeRaw(LINE_END);
            });
        }
    }

    private static void write(Object cell, JsonGenerator json) throws IOException {
        if (cell instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (cell == null) {
            json.writeNull();
        } else if (cell instanceof Boolean value) {
            json.writeBoolean(value);
        } else if (cell instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (cell instanceof RawValue) {
            json.writeRawValue(CellText.of(cell));
        } else {
            json.writeString(cell.toString());
        }
    }
}
