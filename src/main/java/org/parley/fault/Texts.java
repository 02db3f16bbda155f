package org.parley.fault;

import java.util.Optional;

/** Texts that a client sends. */
public final class Texts {

    private static final int LONGEST = 10_000;

    private Texts() {
    }

    /**
     * What is wrong with a text: the database cannot hold the character U+0000 and halves of characters, and looks too long for what is
     * very long. Empty where nothing is.
     */
    public static Optional<String> fault(String text) {
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of("the text has " + text.codePointCount(0, text.length()) + " characters; send " + LONGEST + " at most");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("the text holds the character U+0000; send it without");
        }
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            return Optional.of("the text holds half a character (a lone surrogate); send it without");
        }
        return Optional.empty();
    }
}
