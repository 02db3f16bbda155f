package org.parley.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Small tools for the texts of pages. */
final class Texts {

    private Texts() {
    }

    /** Returns keys with their values, in this order. */
    static Map<String, String> ordered(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Returns the word for a type, which begins the addresses of its records. */
    static String word(String type) {
        return type.toLowerCase(Locale.ROOT);
    }

    /** Shortens a text at a word, for a description. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text
                : text.substring(0, text.lastIndexOf(' ', most) > 0 ? text.lastIndexOf(' ', most) : most) + " …";
    }
}
