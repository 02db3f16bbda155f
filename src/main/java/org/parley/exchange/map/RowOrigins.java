package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.parley.entry.EntryPath;
import org.parley.entry.FaultLocator;
import org.parley.exchange.read.ForeignRow;

/** Maps the values of new entries to the rows and columns that they were made of. */
final class RowOrigins implements FaultLocator {

    private record Origin(IntSupplier line, JsonNode fields) {}

    private final List<Origin> origins = new ArrayList<>();

    void add(ForeignRow row, JsonNode fields) {
        origins.add(new Origin(row.line(), fields));
    }

    void removeLast() {
        origins.remove(origins.size() - 1);
    }

    @Override
    public int line(String pointer) {
        String index = pointer.substring(1).split("/")[0];
        return origins.get(Integer.parseInt(index)).line.getAsInt();
    }

    @Override
    public String label(EntryPath location) {
        Origin origin = origins.get(location.entry().index());
        String[] steps = location.pointer().split("/");
        return steps.length < 2 ? "" : label(origin.fields, steps[1], printed(location.entry().node(), steps[1]));
    }

    /** Returns the value that the entry attests for a field, or null. */
    private static String printed(JsonNode entry, String field) {
        for (JsonNode attestation : entry.path("attestations")) {
            if (attestation.path("field").asText().equals(field)) {
                return attestation.path("value").textValue();
            }
        }
        return null;
    }

    /** Returns the columns of a field with the cell as written, or the name of the field if it has no columns. */
    static String label(JsonNode fields, String field, String printed) {
        String columns = String.join(", ", Expression.columns(fields.path(field)));
        return (columns.isEmpty() ? field : columns) + (printed == null ? "" : " '" + shortened(printed) + "'");
    }

    private static String shortened(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
