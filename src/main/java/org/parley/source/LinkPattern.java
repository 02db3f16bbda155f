package org.parley.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of one part of a source, with placeholders for the parts of a locator: `https://example.org/report.pdf#page={page}`. */
public record LinkPattern(String text) {

    /** The time of a locator as a number of seconds: 870 for `time 00:14:30`. */
    private static final String SECONDS = "seconds";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final Map<String, LocatorKind> PLACEHOLDERS = Stream.of(LocatorKind.values()).filter(LocatorKind::hasValue)
            .collect(Collectors.toMap(LocatorKind::word, kind -> kind));

    /** Returns the names that placeholders may have. */
    public static List<String> names() {
        return Stream.concat(PLACEHOLDERS.keySet().stream().sorted(), Stream.of(SECONDS)).toList();
    }

    /** Returns the names of the placeholders. */
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Returns the parts that a locator must have for this pattern. The names of all placeholders must be valid. */
    public Set<LocatorKind> parts() {
        Set<LocatorKind> parts = EnumSet.noneOf(LocatorKind.class);
        placeholders().forEach(name -> parts.add(name.equals(SECONDS) ? LocatorKind.TIME : PLACEHOLDERS.get(name)));
        return parts;
    }

    /**
     * Returns the link to a part of a source: by the pattern for all parts of the locator or, without one, for most of them from the first.
     * `annex 1 article 2` has the link of annex 1 if there is no pattern for an article of an annex.
     */
    static Optional<String> link(List<String> patterns, String locator) {
        Map<LocatorKind, String> parts = Locator.of(locator).parts();
        List<LocatorKind> kinds = new ArrayList<>(parts.keySet());
        for (int number = kinds.size(); number > 0; number--) {
            Set<LocatorKind> first = EnumSet.copyOf(kinds.subList(0, number));
            Optional<LinkPattern> pattern = patterns.stream().map(LinkPattern::new).filter(one -> one.parts().equals(first)).findFirst();
            if (pattern.isPresent()) {
                return pattern.map(found -> found.expand(parts));
            }
        }
        return Optional.empty();
    }

    private String expand(Map<LocatorKind, String> parts) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(encoded(value(found.group(1), parts))));
    }

    private static String value(String name, Map<LocatorKind, String> parts) {
        return name.equals(SECONDS) ? seconds(parts.get(LocatorKind.TIME)) : parts.get(PLACEHOLDERS.get(name));
    }

    private static String seconds(String time) {
        String[] units = time.split(":");
        return String.valueOf(Duration.parse("PT" + units[0] + "H" + units[1] + "M" + units[2] + "S").toSeconds());
    }

    /** Percent-encodes all but the unreserved characters of RFC 3986. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(UNRESERVED.indexOf(each) >= 0 ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return encoded.toString();
    }
}
