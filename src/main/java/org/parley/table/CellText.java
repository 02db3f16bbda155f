package org.parley.table;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a cell. Items of a list are joined by semicolons, as in dumps; those of a list in a list by commas. */
final class CellText {

    private static final String SEPARATOR = "; ";
    private static final String INNER_SEPARATOR = ", ";

    private CellText() {
    }

    static String of(Object cell) {
        return of(cell, SEPARATOR);
    }

    private static String of(Object cell, String separator) {
        if (cell instanceof List<?> items) {
            return items.stream().map(item -> of(item, INNER_SEPARATOR)).collect(Collectors.joining(separator));
        }
        return cell == null ? "" : cell instanceof RawValue json ? String.valueOf(json.rawValue()) : cell.toString();
    }
}
