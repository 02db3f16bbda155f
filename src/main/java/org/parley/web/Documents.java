package org.parley.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The queries of the pages, in records.graphql. */
final class Documents {

    private static final String TEXT = read();

    private Documents() {
    }

    /** Returns the document with a query for each kind. */
    static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream text = Documents.class.getResourceAsStream("records.graphql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
