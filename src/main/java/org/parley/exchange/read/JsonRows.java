package org.parley.exchange.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.parley.dataset.LineNumbers;

/** Reads the objects of JSON and JSON Lines. */
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(ForeignFile.MAX_CELL).build()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonRows() {
    }

    static JsonNode tree(Reader text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid(e, 0);
        }
    }

    /** Reads each object of the list at a path: names joined by dots, blank for the list that the file is. Returns whether there is one. */
    static boolean read(JsonNode tree, Path file, String path, Consumer<ForeignRow> rows) {
        String pointer = path.isEmpty() ? "" : "/" + path.replace('.', '/');
        JsonNode list = tree.at(pointer);
        if (list.isMissingNode()) {
            return false;
        }
        if (!list.isArray()) {
            throw new ForeignFileException(0,
                    (path.isEmpty() ? "is not a list" : "has no list '" + path + "'") + "; name the list of rows as 'rows' in the mapping");
        }
        LineNumbers lines = new LineNumbers(JSON.reader(), file);
        for (int i = 0; i < list.size(); i++) {
            String position = pointer + "/" + i;
            rows.accept(new ForeignRow(i + 1, () -> lines.line(position), list.get(i)));
        }
        return true;
    }

    static void readLines(BufferedReader text, Consumer<ForeignRow> rows) throws IOException {
        int line = 0;
        int number = 1;
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            if (row.isBlank()) {
                continue;
            }
            int position = line;
            try {
                JsonNode object = JSON.readTree(row);
                if (!object.isObject()) {
                    throw new ForeignFileException(line, "is not a JSON object; write one object a line");
                }
                rows.accept(new ForeignRow(number++, () -> position, object));
            } catch (JsonProcessingException e) {
                throw invalid(e, line - 1);
            }
        }
    }

    private static ForeignFileException invalid(JsonProcessingException e, int linesBefore) {
        return new ForeignFileException(linesBefore + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                "is not valid JSON: " + e.getOriginalMessage());
    }
}
