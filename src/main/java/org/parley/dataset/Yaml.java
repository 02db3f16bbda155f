package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.parley.entry.Fault;
import org.parley.entry.FaultLocator;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a file of the data set: UTF-8, one document in <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>. */
final class Yaml {

    private static final long MAX_BYTES = 256L << 20;

    private Yaml() {
    }

    /** Returns the tree of a file, or null if it has faults. */
    static JsonNode tree(Path file, Consumer<Fault> faults) {
        AtomicBoolean valid = new AtomicBoolean(true);
        JsonNode tree = read(file, false, fault -> valid.set(false), null);
        if (!valid.get()) {
            AtomicBoolean reported = new AtomicBoolean();
            read(file, true, fault -> {
                reported.set(true);
                faults.accept(fault);
            }, null);
            if (!reported.get()) {
                faults.accept(new Fault(file.toString(), 0, "", "changed while it was read; try again"));
            }
            return null;
        }
        if (tree.isMissingNode() || tree.isNull()) {
            faults.accept(new Fault(file.toString(), 0, "", "contains no records; write [] for an empty list, or remove the file"));
            return null;
        }
        return tree;
    }

    /** Returns the line numbers of a file, which are read on first use. */
    static FaultLocator lines(Path file) {
        return new LineNumbers(() -> {
            Map<String, Integer> lines = new HashMap<>();
            read(file, true, fault -> {
            }, lines);
            return lines;
        });
    }

    /** Reads a file. Lines are known only with `marks`; reading without them is faster. */
    private static JsonNode read(Path file, boolean marks, Consumer<Fault> faults, Map<String, Integer> lines) {
        String name = file.toString();
        try {
            if (Files.size(file) > MAX_BYTES) {
                faults.accept(new Fault(name, 0, "", "is larger than " + (MAX_BYTES >> 20) + " MiB; split it into several files"));
                return null;
            }
            try (Reader text = open(Files.newInputStream(file))) {
                return new YamlParser(text, marks, (line, message) -> faults.accept(new Fault(name, line, "", message)), lines).read();
            }
        } catch (YamlException e) {
            faults.accept(new Fault(name, e.line(), "", e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            faults.accept(new Fault(name, line(e), "", "is not valid YAML: " + reason(e)));
        } catch (ReaderException e) {
            faults.accept(new Fault(name, line(file, e.getPosition()), "",
                    "is not valid YAML: the character U+" + String.format(Locale.ROOT, "%04X", e.getCodePoint()) + " is not allowed"));
        } catch (YamlEngineException e) {
            faults.accept(e.getCause() instanceof IOException cause ? unreadable(file, cause)
                    : new Fault(name, 0, "", "is not valid YAML: " + firstLine(e.getMessage())));
        } catch (IOException e) {
            faults.accept(unreadable(file, e));
        } catch (RuntimeException e) {
            // The parser throws other exceptions for some malformed input.
            faults.accept(new Fault(name, 0, "", "is not valid YAML: " + firstLine(String.valueOf(e.getMessage()))));
        }
        return null;
    }

    private static Reader open(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static Fault unreadable(Path file, IOException reason) {
        if (reason instanceof CharacterCodingException) {
            return new Fault(file.toString(), malformedLine(file), "", "is not valid UTF-8; save it as UTF-8");
        }
        return new Fault(file.toString(), 0, "", "cannot be read: " + PathCheck.reason(reason));
    }

    /** Returns the line of the first bytes that are not UTF-8. */
    private static int malformedLine(Path file) {
        int line = 1;
        try {
            byte[] bytes = Files.readAllBytes(file);
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    open(new ByteArrayInputStream(bytes, start, i - start)).transferTo(Writer.nullWriter());
                    start = i + 1;
                    line++;
                }
            }
        } catch (IOException e) {
            return line;
        }
        return line;
    }

    /** Returns the line of the code point at this offset. */
    private static int line(Path file, int position) {
        try {
            int[] before = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).codePoints().limit(position).toArray();
            return 1 + (int) Arrays.stream(before).filter(character -> character == '\n').count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the line of the problem; for an unclosed quotation mark, the line of the opening one. */
    private static int line(MarkedYamlEngineException e) {
        boolean open = e.getContextMark().isPresent() && String.valueOf(e.getProblem()).contains("end of stream");
        return (open ? e.getContextMark() : e.getProblemMark()).map(Mark::getLine).orElse(-1) + 1;
    }

    private static String reason(MarkedYamlEngineException e) {
        return firstLine(e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem());
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }
}
