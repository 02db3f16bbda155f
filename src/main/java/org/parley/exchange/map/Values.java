package org.parley.exchange.map;

import java.util.List;

/**
 * The texts of an expression for one row.
 *
 * @param printed the text as the file has it; null if all is constant
 * @param usesColumns whether the expression has columns, even if these are blank
 */
record Values(List<String> texts, String printed, boolean usesColumns) {

    static Values constant(String text) {
        return new Values(List.of(text), null, false);
    }

    Values with(List<String> changed) {
        return new Values(changed, printed, usesColumns);
    }

    boolean isBlank() {
        return texts.isEmpty();
    }
}
