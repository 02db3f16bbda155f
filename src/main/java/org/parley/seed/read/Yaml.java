package org.parley.seed.read;

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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** How a file of the data set is read: UTF-8, one document of YAML 1.2. */
final class Yaml {

    private static final long MOST_BYTES = 256L << 20;

    private Yaml() {
    }

    /** The tree of a file, or null where it has faults. */
    static JsonNode tree(Path file, Consumer<Fault> faults) {
        AtomicBoolean sound = new AtomicBoolean(true);
        JsonNode tree = read(file, false, fault -> sound.set(false), null);
        if (!sound.get()) {
            AtomicBoolean told = new AtomicBoolean();
            read(file, true, fault -> {
                told.set(true);
                faults.accept(fault);
            }, null);
            if (!told.get()) {
                faults.accept(new Fault(file.toString(), 0, "", "was changed while it was read; try again"));
            }
            return null;
        }
        if (tree.isMissingNode() || tree.isNull()) {
            faults.accept(new Fault(file.toString(), 0, "", "holds no records; write [] where it is to hold none, or remove it"));
            return null;
        }
        return tree;
    }

    /** On which line each key and each element of a list is; read where there is a fault to tell. */
    static Origin lines(Path file) {
        return new Lines(() -> {
            Map<String, Integer> lines = new HashMap<>();
            read(file, true, fault -> {
            }, lines);
            return lines;
        });
    }

    /** Lines are known only with `marks`, and are only needed where there is a fault. */
    private static JsonNode read(Path file, boolean marks, Consumer<Fault> faults, Map<String, Integer> lines) {
        String name = file.toString();
        try {
            if (Files.size(file) > MOST_BYTES) {
                faults.accept(new Fault(name, 0, "", "is larger than " + (MOST_BYTES >> 20) + " MiB; divide it into several files"));
                return null;
            }
            try (Reader text = open(Files.newInputStream(file))) {
                return new YamlDocument(text, marks, (line, message) -> faults.accept(new Fault(name, line, "", message)), lines).read();
            }
        } catch (YamlException e) {
            faults.accept(new Fault(name, e.line(), "", e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            faults.accept(new Fault(name, line(e), "", "is no YAML: " + reason(e)));
        } catch (ReaderException e) {
            faults.accept(new Fault(name, line(file, e.getPosition()), "",
                    "is no YAML: the character U+" + String.format(Locale.ROOT, "%04X", e.getCodePoint()) + " is not allowed"));
        } catch (YamlEngineException e) {
            faults.accept(e.getCause() instanceof IOException cause ? unreadable(file, cause)
                    : new Fault(name, 0, "", "is no YAML: " + firstLine(e.getMessage())));
        } catch (IOException e) {
            faults.accept(unreadable(file, e));
        } catch (RuntimeException e) {
            // The parser's own faults, at bytes that no one thought of.
            faults.accept(new Fault(name, 0, "", "is no YAML: " + firstLine(String.valueOf(e.getMessage()))));
        }
        return null;
    }

    private static Reader open(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static Fault unreadable(Path file, IOException reason) {
        if (reason instanceof CharacterCodingException) {
            return new Fault(file.toString(), badLine(file), "", "is not UTF-8 here; save it as UTF-8");
        }
        return new Fault(file.toString(), 0, "", "cannot be read: " + UsablePath.reason(reason));
    }

    /** The line of the first bytes that are not UTF-8. */
    private static int badLine(Path file) {
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

    /** The line of that character of a file that is UTF-8 up to there. */
    private static int line(Path file, int position) {
        try {
            int[] before = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).codePoints().limit(position).toArray();
            return 1 + (int) Arrays.stream(before).filter(character -> character == '\n').count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Where a quotation is not closed, the line on which it is opened. */
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
