package org.parley.seed.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** On which line of a file each key and each element of a list stands. Only read where there is a fault to tell. */
public final class Lines implements Origin {

    private final Supplier<Map<String, Integer>> read;
    private Map<String, Integer> byPointer;

    /** The supplier reads the lines by pointer. */
    Lines(Supplier<Map<String, Integer>> read) {
        this.read = read;
    }

    /** Of a file that this reader reads. */
    public Lines(ObjectReader reader, Path file) {
        this(() -> read(reader, file));
    }

    /** The line of that key or element; where there is none, of what it would stand in. */
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
    public String finalBreakRemedy() {
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
