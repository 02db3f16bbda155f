package org.parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random texts and dates; the same for the same seed. */
final class GeneratedText {

    private static final List<String> BEGINNINGS = List.of("ab", "bel", "cor", "de", "er", "fa", "gor", "hel", "in", "ja", "kar", "la",
            "mo", "ne", "or", "per", "qua", "ra", "sto", "ta");
    private static final List<String> MIDDLES = List.of("a", "di", "ken", "lo", "mi", "ra", "se", "ti", "vo", "zu");
    private static final List<String> ENDINGS = List.of("ban", "dor", "gel", "kov", "lin", "mar", "nat", "rim", "sen", "tal");
    /** What is hard to write in YAML or beyond ASCII. */
    private static final List<String> HARD = List.of("Şuşa:", "\"Лачин\"", "- no", "#1", "Zürich's", "{Baku}", "100 %", "Əliyev",
            "@Tbilisi", "50 000", "გორი", "a & b");
    private static final int HARD_ONE_IN = 40;

    private final Random random;

    GeneratedText(Random random) {
        this.random = random;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    <E extends Enum<E>> String pick(Class<E> type) {
        return pick(List.of(type.getEnumConstants())).name();
    }

    /** That many words, a full sentence from six on. */
    String words(int number) {
        String words = IntStream.range(0, number).mapToObj(i -> word()).collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + (number < 6 ? "" : ".");
    }

    private String word() {
        return random.nextInt(HARD_ONE_IN) == 0 ? pick(HARD) : pick(BEGINNINGS) + pick(MIDDLES) + pick(ENDINGS);
    }

    /** A text of one to three sentences. */
    String text() {
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> words(8 + random.nextInt(12))).collect(Collectors.joining(" "));
    }

    /** A date in any form that sources give: days, months, years, intervals, approximate ones. */
    String date() {
        int year = 1990 + random.nextInt(35);
        String month = String.format(Locale.ROOT, "%d-%02d", year, 1 + random.nextInt(12));
        int day = 1 + random.nextInt(27);
        return switch (random.nextInt(12)) {
            case 0 -> String.valueOf(year);
            case 1 -> month;
            case 2 -> month + "~";
            case 3 -> String.format(Locale.ROOT, "%s-%02d/%s-%02d", month, day, month, day + 1);
            default -> String.format(Locale.ROOT, "%s-%02d", month, day);
        };
    }
}
