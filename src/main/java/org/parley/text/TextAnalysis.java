package org.parley.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Analyses texts and names for comparison. The results depend on no locale. The functions `plain`, `romanized`, `words_of` and `name_key`
 * of the database compute the same.
 */
public final class TextAnalysis {

    /** Words longer than this are cut, in characters. */
    private static final int MAX_LENGTH = 100;
    private static final Pattern MARKS = Pattern.compile(
            "[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u1AB0-\u1AFF\u1DC0-\u1DFF\uFE20-\uFE2F]+");
    /**
     * Characters within a word that nobody types: the soft hyphen, zero-width and directional characters, and apostrophes that are letters.
     */
    private static final Pattern SILENT = Pattern
            .compile("[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u02B9-\u02BF\u02C8\u02EE\u0640]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    /** The nominative ending of a foreign name in Georgian. */
    private static final Pattern GEORGIAN_ENDING = Pattern.compile("(ევ|ოვ|იან|ინ)ი(?!\\p{L})");

    private static final Pattern FINAL_FF = Pattern.compile("(?<=[oe])ff$");
    private static final Pattern IJ = Pattern.compile("ij(?=[aeo])");
    private static final Pattern DOUBLED = Pattern.compile("(\\D)\\1+");
    private static final Pattern ROMAN_NUMERAL = Pattern.compile("(?!$)c{0,3}(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})");

    private TextAnalysis() {
    }

    /** Returns the text in lower case without accents, in its own script: `Łódź` as `lodz`, `Əliyev` as `eliyev`, `Алиев` as `алиев`. */
    public static String plain(String text) {
        String lower = lower(text).replace('ə', 'e').replace('ς', 'σ');
        return Letters.LATIN.replace(MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll(""));
    }

    /** Returns the text in lower-case Latin letters without accents: `Алиев` as `aliev`, `Əliyev` as `aliyev`. Other characters remain. */
    public static String latin(String text) {
        String letters = Letters.ALL.replace(GEORGIAN_ENDING.matcher(lower(text)).replaceAll("$1"));
        return Letters.ALL.replace(MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll(""));
    }

    /**
     * Returns the plain words of a text, in its order. A word with signs is followed by its letters and digits without them: `S-400` is
     * `s`, `400`, `s400`.
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String run : SPACE.split(plain(text))) {
            List<String> parts = split(run);
            words.addAll(parts);
            if (parts.size() > 1) {
                words.add(cut(String.join("", parts)));
            }
        }
        return words;
    }

    /**
     * Returns a key that usual spellings of a name share, whatever the script: `Алиев`, `Ալիև`, `ალიევი`, `Əliyev`, `Aliev` and `Aliyev`
     * have `aliev`. Words keep their order. Empty if the name has no letter or digit.
     */
    public static String nameKey(String name) {
        return split(latin(name)).stream().map(TextAnalysis::reduced).collect(Collectors.joining(" "));
    }

    private static String reduced(String word) {
        if (isRomanNumeral(word)) {
            return word;
        }
        String letters = word.replace("kh", "h").replace("gh", "g").replace("zh", "j").replace("ph", "f").replace("ou", "u")
                .replace('w', 'v').replace('y', 'i');
        String single = DOUBLED.matcher(IJ.matcher(FINAL_FF.matcher(letters).replaceAll("v")).replaceAll("i")).replaceAll("$1");
        return single.startsWith("ie") ? single.substring(1) : single;
    }

    /** Whether a word is a Roman numeral below 400, as names of rulers and of things in a row have it. */
    public static boolean isRomanNumeral(String word) {
        return ROMAN_NUMERAL.matcher(word).matches();
    }

    /** Returns the plain words of a text, with those that signs join in parts only. */
    public static List<String> parts(String text) {
        return split(plain(text));
    }

    private static List<String> split(String text) {
        return Arrays.stream(SIGNS.split(text)).filter(part -> !part.isEmpty()).map(TextAnalysis::cut).toList();
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= MAX_LENGTH ? word : word.substring(0, word.offsetByCodePoints(0, MAX_LENGTH));
    }

    /** Returns the text normalized (NFKC) in lower case. */
    private static String lower(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower = composed.replace('İ', 'i').toLowerCase(Locale.ROOT);
        return SILENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKC)).replaceAll("");
    }
}
