package org.parley;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What a command line says: words, and options that begin with two hyphens. An option without a value is blank. */
record Arguments(List<String> words, Map<String, String> options) {

    private static final String OPTION = "--";
    private static final String FLAG = "--dry-run";

    static Arguments of(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith(OPTION)) {
                words.add(args[i]);
            } else {
                boolean valued = !args[i].equals(FLAG) && i + 1 < args.length && !args[i + 1].startsWith(OPTION);
                options.put(args[i], valued ? args[++i] : "");
            }
        }
        return new Arguments(words, options);
    }

    /**
     * Whether they are of that form, 'dump DIR [--format FORMAT]': words in small letters as they stand, words in capitals any word, what
     * is in brackets may be missing.
     */
    boolean fit(String form) {
        List<String> known = Arrays.asList(form.split(" (?=\\[?--)"));
        List<String> wanted = List.of(known.get(0).split(" "));
        boolean wordsFit = wanted.size() == words.size() && IntStream.range(0, wanted.size())
                .allMatch(i -> wanted.get(i).equals(words.get(i)) || wanted.get(i).equals(wanted.get(i).toUpperCase(Locale.ROOT)));
        List<String> forms = known.subList(1, known.size());
        return wordsFit && options.keySet().stream().allMatch(name -> forms.stream().anyMatch(option -> isOf(option, name)))
                && forms.stream().filter(option -> !option.startsWith("[")).allMatch(option -> options.containsKey(option.split(" ")[0]));
    }

    /** Whether that option is the one of the form, with a value where it has to have one and none where it has not. */
    private boolean isOf(String form, String name) {
        List<String> option = List.of(form.replaceAll("[\\[\\]]", "").split(" "));
        return option.get(0).equals(name) && option.size() == (options.get(name).isEmpty() ? 1 : 2);
    }

    String word(int index) {
        return words.get(index);
    }

    boolean isDryRun() {
        return options.containsKey(FLAG);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
