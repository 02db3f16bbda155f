package org.parley.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.entry.FaultLocator;

/** The line numbers of the keys and list elements of a file, by JSON Pointer. Read on first use: only faults need them. */
public final class LineNumbers implements FaultLocator {

    private final Supplier<Map<String, Integer>> read;
    private Map<String, Integer> byPointer;

    LineNumbers(Supplier<Map<String, Integer>> read) {
        this.read = read;
    }

    /** Line numbers of a JSON file. */
    public LineNumbers(ObjectReader reader, Path file) {
        this(() -> read(reader, file));
    }

    /** Returns the line of the key or element; if it is missing, the line of its nearest existing parent. */
    @Override
    public int line(String pointer) {
        if (byPointer == null) {
            byPointer = read.get();
        }
        Integer line = byPointer.get(pointer);
        if (line != null || pointer.isEmpty()) {
            return line == null ? 1 : line;
        }
        return line(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    @Override
    public String finalLineBreakHint() {
        return ": begin the block with |- or >- instead of | or >";
    }

    private static Map<String, Integer> read(ObjectReader reader, Path file) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = reader.createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean opens = token.isStructStart();
                String pointer = opens ? parser.getParsingContext().getParent().pathAsPointer().toString()
                        : parser.getParsingContext().pathAsPointer().toString();
                lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
