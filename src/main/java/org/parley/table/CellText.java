package org.parley.table;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a cell. Items of a list are joined by semicolons, as in dumps. */
final class CellText {

    private static final String SEPARATOR = "; ";

    private CellText() {
    }

    static String of(Object cell) {
        if (cell instanceof List<?> items) {
            return items.stream().map(CellText::of).collect(Collectors.joining(SEPARATOR));
        }
        return cell == null ? "" : cell instanceof RawValue json ? String.valueOf(json.rawValue()) : cell.toString();
    }
}
