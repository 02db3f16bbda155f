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

/** A parsed command line: words, and options that begin with two hyphens. The value of an option without a value is empty. */
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
                boolean hasValue = !FLAGS.contains(args[i]) && i + 1 < args.length && !args[i + 1].startsWith(OPTION);
                options.put(args[i], hasValue ? args[++i] : "");
            }
        }
        return new Arguments(words, options);
    }

    /**
     * Whether the arguments match a form such as 'dump DIR [--format FORMAT]'. Words in capitals stand for any word, brackets mark optional
     * parts.
     */
    boolean matches(String form) {
        return matchesCommand(form) && words(form).size() == words.size() && optionFault(form).isEmpty();
    }

    /** Returns a one-line message: why the arguments match none of these forms, and what to write instead. */
    String fault(List<String> forms) {
        if (words.isEmpty()) {
            return "No command given; write one of " + commands(forms);
        }
        Optional<String> intended = forms.stream().filter(this::matchesCommand).findFirst();
        if (intended.isEmpty()) {
            return "Unknown command '" + String.join(" ", words.subList(0, Math.min(words.size(), 2))) + "'; write one of "
                    + commands(forms);
        }
        String form = intended.get();
        return (words.size() > words(form).size() ? "Unexpected argument '" + words.get(words(form).size()) + "'"
                : words.size() < words(form).size() ? "Missing argument " + words(form).get(words.size()) : optionFault(form).orElse(""))
                + "; write: " + form;
    }

    private static String commands(List<String> forms) {
        return forms.stream().map(form -> words(form).stream().filter(word -> !isPlaceholder(word)).collect(Collectors.joining(" ")))
                .distinct().collect(Collectors.joining(", "));
    }

    /** Whether the arguments begin with the command of the form. */
    private boolean matchesCommand(String form) {
        List<String> expected = words(form);
        return IntStream.range(0, expected.size())
                .allMatch(i -> isPlaceholder(expected.get(i)) || i < words.size() && expected.get(i).equals(words.get(i)));
    }

    /** Returns what is wrong with the first wrong or missing option. */
    private Optional<String> optionFault(String form) {
        List<String> forms = options(form);
        Stream<String> wrong = options.keySet().stream().sorted().filter(name -> forms.stream().noneMatch(option -> isOf(option, name)))
                .map(name -> (forms.stream().noneMatch(option -> name(option).equals(name)) ? "Unknown option "
                        : "Missing value of the option ") + name);
        Stream<String> missing = forms.stream().filter(option -> !option.startsWith("[") && !options.containsKey(name(option)))
                .map(option -> "Missing option " + name(option));
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

    /** Whether the form's option has this name, and the given option has a value exactly if the form requires one. */
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

    String option(String name, String defaultValue) {
        return options.getOrDefault(name, defaultValue);
    }
}
