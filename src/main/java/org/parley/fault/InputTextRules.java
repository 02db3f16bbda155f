package org.parley.fault;

import java.util.Optional;

/** Validates texts in arguments. */
public final class InputTextRules {

    private static final int MAX_LENGTH = 10_000;

    private InputTextRules() {
    }

    /**
     * Returns what is wrong with a text: the database cannot store U+0000 or unpaired surrogates, and searching for very long texts takes
     * too long. Empty if it is valid.
     */
    public static Optional<String> fault(String text) {
        if (text.length() > MAX_LENGTH && text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return Optional.of("the text has " + text.codePointCount(0, text.length()) + " characters; send at most " + MAX_LENGTH);
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("the text contains the character U+0000; remove it");
        }
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            return Optional.of("the text contains an unpaired surrogate; remove it");
        }
        return Optional.empty();
    }
}
