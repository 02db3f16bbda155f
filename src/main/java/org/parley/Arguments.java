package org.parley;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a command line says: words, and options that begin with two hyphens. An option without a value is blank. */
record Arguments(List<String> words, Map<String, String> options) {

    private static final String OPTION = "--";
    private static final String DRY_RUN = "--dry-run";
    private static final String QUIET = "--quiet";
    private static final Set<String> FLAGS = Set.of(DRY_RUN, QUIET);

    static Arguments of(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith(OPTION)) {
                words.add(args[i]);
            } else {
                boolean valued = !FLAGS.contains(args[i]) && i + 1 < args.length && !args[i + 1].startsWith(OPTION);
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
        return begin(form) && words(form).size() == words.size() && unfit(form).isEmpty();
    }

    /** Why the arguments match none of these forms, and what to write instead: one line. */
    String fault(List<String> forms) {
        if (words.isEmpty()) {
            return "no command is given; write one of " + commands(forms);
        }
        Optional<String> meant = forms.stream().filter(this::begin).findFirst();
        if (meant.isEmpty()) {
            return "there is no command '" + String.join(" ", words.subList(0, Math.min(words.size(), 2))) + "'; write one of "
                    + commands(forms);
        }
        String form = meant.get();
        return (words.size() > words(form).size() ? "unexpected argument '" + words.get(words(form).size()) + "'"
                : words.size() < words(form).size() ? words(form).get(words.size()) + " is missing" : unfit(form).orElse("")) + "; write: "
                + form;
    }

    private static String commands(List<String> forms) {
        return forms.stream().map(form -> words(form).stream().filter(word -> !isPlaceholder(word)).collect(Collectors.joining(" ")))
                .distinct().collect(Collectors.joining(", "));
    }

    /** Whether the words that name a form's command are these words' first. */
    private boolean begin(String form) {
        List<String> wanted = words(form);
        return IntStream.range(0, wanted.size())
                .allMatch(i -> isPlaceholder(wanted.get(i)) || i < words.size() && wanted.get(i).equals(words.get(i)));
    }

    /** What is wrong with the options. */
    private Optional<String> unfit(String form) {
        List<String> forms = options(form);
        Stream<String> wrong = options.keySet().stream().sorted().filter(name -> forms.stream().noneMatch(option -> isOf(option, name)))
                .map(name -> "the option " + name
                        + (forms.stream().noneMatch(option -> name(option).equals(name)) ? " does not exist here" : " has no value"));
        Stream<String> missing = forms.stream().filter(option -> !option.startsWith("[") && !options.containsKey(name(option)))
                .map(option -> "the option " + name(option) + " is missing");
        return Stream.concat(wrong, missing).findFirst();
    }

    private static List<String> words(String form) {
        return List.of(form.split(" (?=\\[?--)")[0].split(" "));
    }

    private static List<String> options(String form) {
        List<String> parts = Arrays.asList(form.split(" (?=\\[?--)"));
        return parts.subList(1, parts.size());
    }

    private static boolean isPlaceholder(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String name(String option) {
        return option.replaceAll("[\\[\\]]", "").split(" ")[0];
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
        return options.containsKey(DRY_RUN);
    }

    boolean isQuiet() {
        return options.containsKey(QUIET);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
