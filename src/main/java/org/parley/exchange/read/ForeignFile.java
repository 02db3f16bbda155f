package org.parley.exchange.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.dataset.PathCheck;

/** A file of foreign records. Its format, encoding and delimiter are detected, unless the mapping names them. */
public final class ForeignFile {

    /** The most characters of one value. */
    static final int MAX_CELL = 1_000_000;
    private static final long MAX_BYTES = 256L << 20;

    /**
     * How a file is written; null for what is to be detected.
     *
     * @param optional the lists, or elements in XML, that the file may lack
     */
    public record Form(Format format, Charset encoding, Character delimiter, Character quote, Set<String> optional) {}

    /** The formats that can be read. */
    public enum Format {
        CSV,
        JSON,
        JSONL,
        XML
    }

    private final Path file;
    private final Format format;
    private final Charset charset;
    private final Form form;
    private final Dialect dialect;
    private final Map<String, List<ForeignRow>> rows = new HashMap<>();
    private JsonNode tree;

    /** Detects what the form leaves open. Throws a ForeignFileException if the file cannot be read. */
    public ForeignFile(Path file, Form form) {
        this.file = file;
        this.form = form;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ForeignFileException(0, "is larger than " + (MAX_BYTES >> 20) + " MiB; split it into several files");
            }
            this.charset = form.encoding != null ? form.encoding : TextEncoding.detect(file);
            this.format = form.format != null ? form.format : format();
            this.dialect = format == Format.CSV ? dialect(form) : null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Format format() throws IOException {
        try (BufferedReader text = TextEncoding.open(file, charset)) {
            int first = text.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = text.read();
            }
            boolean lines = file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)");
            return lines ? Format.JSONL : first == '<' ? Format.XML : first == '{' || first == '[' ? Format.JSON : Format.CSV;
        }
    }

    private Dialect dialect(Form form) throws IOException {
        try (BufferedReader text = TextEncoding.open(file, charset)) {
            Dialect detected = Dialect.detect(text);
            return new Dialect(form.delimiter == null ? detected.delimiter() : form.delimiter,
                    form.quote == null ? detected.quote() : form.quote);
        }
    }

    /** Returns what was detected, for a report. */
    public String description() {
        String delimiter = dialect == null ? "" : dialect.delimiter() == '\t' ? "tab" : "'" + dialect.delimiter() + "'";
        return format + (format == Format.XML && form.encoding == null ? "" : ", " + charset.name())
                + (dialect == null ? "" : ", delimiter " + delimiter);
    }

    /**
     * Returns the rows of a list of the file, read once.
     *
     * @param name of the elements in XML, of the list in JSON; blank for the only list of the file
     */
    public List<ForeignRow> rows(String name) {
        return rows.computeIfAbsent(name, this::read);
    }

    private List<ForeignRow> read(String name) {
        List<ForeignRow> found = new ArrayList<>();
        try {
            switch (format) {
                case XML -> {
                    try (InputStream input = Files.newInputStream(file)) {
                        XmlRows.read(input, form.encoding, name, found::add);
                    }
                    checkIsThere(!found.isEmpty(), "element", name);
                }
                case JSON -> checkIsThere(JsonRows.read(tree(), file, name, found::add), "list", name);
                case JSONL -> {
                    try (BufferedReader text = TextEncoding.open(file, charset)) {
                        JsonRows.readLines(text, found::add);
                    }
                }
                default -> {
                    try (BufferedReader text = TextEncoding.open(file, charset)) {
                        DelimitedRows.read(text, dialect, found::add);
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return found;
    }

    private void checkIsThere(boolean isThere, String what, String name) {
        if (!isThere && !form.optional.contains(name)) {
            throw new ForeignFileException(0,
                    "has no " + what + " '" + name + "'; correct 'rows' in the mapping, or list it as 'optional'");
        }
    }

    private JsonNode tree() throws IOException {
        if (tree == null) {
            try (BufferedReader text = TextEncoding.open(file, charset)) {
                tree = JsonRows.tree(text);
            }
        }
        return tree;
    }

    private ForeignFileException unreadable(IOException e) {
        return new ForeignFileException(0,
                "cannot be read" + (charset == null ? "" : " as " + charset.name()) + ": " + PathCheck.reason(e));
    }
}
