package org.parley.dataset.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.table.CsvGuard;
import org.parley.time.PartialDate;

/**
 * A CSV table by <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>: a header, then the rows; cells are quoted only if
 * necessary. The columns are keys of the rows; `name=path` names the column of a nested key, and one that begins with @ is a date, written
 * as five columns. Text is guarded, numbers are not.
 */
record CsvTable(String name, String columns, List<? extends JsonNode> rows) {

    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    private static final String SEPARATOR = "; ";
    private static final List<String> DATE_SUFFIXES = List.of("", "Reading", "Inferred", "Earliest", "Latest");

    String text() {
        StringWriter text = new StringWriter();
        try (SequenceWriter writer = CSV.writer(CSV.schema().withLineSeparator("\r\n")).writeValues(text)) {
            writer.write(specs().flatMap(CsvTable::names).toList());
            for (JsonNode row : rows) {
                writer.write(specs().flatMap(spec -> cells(spec, row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Stream<String> specs() {
        return Stream.of(columns.split(" "));
    }

    /** Returns the names of the columns. */
    static Stream<String> names(String spec) {
        String name = (spec.contains("=") ? spec.substring(0, spec.indexOf('=')) : spec.substring(spec.lastIndexOf('/') + 1)).replace("@",
                "");
        return spec.startsWith("@") ? DATE_SUFFIXES.stream().map(name::concat) : Stream.of(name);
    }

    private static Stream<String> cells(String spec, JsonNode row) {
        JsonNode value = row.at("/" + spec.substring(spec.indexOf('=') + 1).replace("@", ""));
        return spec.startsWith("@") ? date(value) : Stream.of(cell(value));
    }

    private static Stream<String> date(JsonNode value) {
        if (value.isMissingNode()) {
            return DATE_SUFFIXES.stream().map(column -> "");
        }
        PartialDate date = PartialDate.of(value.path("edtf").asText(value.asText()), value.path("reading").asText(null),
                value.path("inferred").asBoolean());
        List<Object> cells = new ArrayList<>();
        cells.add(date.edtf);
        cells.add(date.reading);
        cells.add(date.inferred ? true : null);
        cells.add(date.earliest);
        cells.add(date.latest);
        return cells.stream().map(cell -> cell == null ? "" : CsvGuard.guard(cell.toString()));
    }

    /** Writes null and false as a blank cell. */
    private static String cell(JsonNode value) {
        if (value.isArray() || value.isTextual()) {
            return CsvGuard.guard(text(value));
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "true" : "";
        }
        return value.isDouble() ? BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros().toPlainString() : value.asText();
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(SEPARATOR))
                : value.textValue();
    }
}
