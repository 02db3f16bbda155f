package org.parley.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Latin letters for other letters, from the table `letters.txt`. The longest rule that fits applies. */
final class Letters {

    /** The letters of the Latin script that have no decomposition. */
    static final Letters LATIN = new Letters(letter -> Character.UnicodeScript.of(letter.codePointAt(0)) == Character.UnicodeScript.LATIN);
    /** The letters of all scripts. */
    static final Letters ALL = new Letters(letter -> true);

    private static final int LONGEST = 2;

    private final Map<String, String> rules = new HashMap<>();
    /** The first letters of the rules. */
    private final BitSet firstLetters = new BitSet();

    private Letters(Predicate<String> included) {
        read().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            for (String rule : line.split(" ")) {
                String[] sides = rule.split("=", 2);
                if (included.test(sides[0])) {
                    rules.put(sides[0], sides[1]);
                    firstLetters.set(sides[0].charAt(sides[0].startsWith("^") && sides[0].length() > 1 ? 1 : 0));
                }
            }
        });
    }

    private static String read() {
        try (InputStream file = Letters.class.getResourceAsStream("letters.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("letters.txt cannot be read", e);
        }
    }

    /** Replaces every letter of the table. */
    String replace(String text) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (!firstLetters.get(text.charAt(at))) {
                replaced.append(text.charAt(at++));
                continue;
            }
            boolean first = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int length = LONGEST;
            String latin = null;
            for (; length > 0 && latin == null; length--) {
                String letters = text.substring(at, Math.min(at + length, text.length()));
                latin = first && rules.containsKey("^" + letters) ? rules.get("^" + letters) : rules.get(letters);
            }
            replaced.append(latin == null ? text.substring(at, at + 1) : latin);
            at += latin == null ? 1 : length + 1;
        }
        return replaced.toString();
    }
}
