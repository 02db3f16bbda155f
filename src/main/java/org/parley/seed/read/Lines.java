package org.parley.seed.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** On which line of a file each key and each element of a list stands. Only read where there is a fault to tell. */
final class Lines {

    private final Map<String, Integer> byPointer = new HashMap<>();

    Lines(ObjectReader yaml, Path file) {
        try (JsonParser parser = yaml.createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean opens = token.isStructStart();
                String pointer = opens ? parser.getParsingContext().getParent().pathAsPointer().toString()
                        : parser.getParsingContext().pathAsPointer().toString();
                byPointer.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of that key or element; where there is none, of what it would stand in. */
    int of(String pointer) {
        Integer line = byPointer.get(pointer);
        if (line != null || pointer.isEmpty()) {
            return line == null ? 1 : line;
        }
        return of(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
