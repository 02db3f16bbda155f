package org.parley.entry.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;
import org.parley.record.WebAddress;
import org.parley.source.LinkPattern;
import org.parley.source.Locator;
import org.parley.source.LocatorKind;
import org.parley.source.SourceKind;

/** Finds link patterns that are no addresses of the source, or that no locator of the source matches. */
final class LinkPatternCheck implements Check {

    private static final String EXAMPLE = "; write one such as https://example.org/report.pdf#page={page}";

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().filter(entry -> entry.kind() == Kind.SOURCE).forEach(source -> {
            Map<Set<LocatorKind>, String> seen = new HashMap<>();
            source.at("linkPatterns/*").stream().filter(location -> location.node().isTextual())
                    .forEach(location -> fault(source, location, seen).ifPresent(fault -> faults.accept(location.fault(fault))));
        });
    }

    private static Optional<String> fault(Entry source, EntryPath location, Map<Set<LocatorKind>, String> seen) {
        LinkPattern pattern = new LinkPattern(location.node().textValue());
        List<String> names = pattern.placeholders();
        if (names.isEmpty()) {
            return Optional.of("has no placeholder" + EXAMPLE);
        }
        Optional<String> unknown = names.stream().filter(name -> !LinkPattern.names().contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("unknown placeholder '{" + unknown.get() + "}'; write "
                    + Suggestion.of(unknown.get(), LinkPattern.names()).orElse("one of " + String.join(", ", LinkPattern.names())));
        }
        return fault(source, pattern).or(() -> {
            String first = seen.putIfAbsent(pattern.parts(), location.position());
            return first == null ? Optional.empty()
                    : Optional.of("has the same placeholders as another pattern of this source; keep one of them");
        });
    }

    private static Optional<String> fault(Entry source, LinkPattern pattern) {
        return address(pattern).or(() -> host(source, pattern)).or(() -> parts(source, pattern));
    }

    private static Optional<String> address(LinkPattern pattern) {
        return WebAddress.fault(sample(pattern)).map(fault -> fault + EXAMPLE);
    }

    private static String sample(LinkPattern pattern) {
        String sample = pattern.text();
        for (String name : pattern.placeholders()) {
            sample = sample.replace("{" + name + "}", "1");
        }
        return sample;
    }

    /** A placeholder in the host would let a locator choose the host. */
    private static Optional<String> host(Entry source, LinkPattern pattern) {
        Set<String> hosts = Stream.of("url", "archivedUrl").flatMap(field -> source.at(field).stream()).map(url -> url.node().asText())
                .filter(url -> WebAddress.fault(url).isEmpty()).map(WebAddress::host).collect(Collectors.toCollection(TreeSet::new));
        if (hosts.isEmpty()) {
            return Optional.of("the source has no 'url' or 'archivedUrl'; write one, or remove the pattern");
        }
        boolean known = hosts.stream()
                .anyMatch(host -> pattern.text().toLowerCase(Locale.ROOT).matches("https?://" + Pattern.quote(host) + "([/?#].*)?"));
        return known ? Optional.empty()
                : Optional.of("has another host than the source; write an address of " + String.join(" or ", hosts));
    }

    private static Optional<String> parts(Entry source, LinkPattern pattern) {
        Optional<SourceKind> kind = SourceKind.of(source.node().path("kind").asText());
        String locator = pattern.parts().stream().map(LocatorKind::example).collect(Collectors.joining(" "));
        return kind.filter(known -> !Locator.isIn(known, locator))
                .map(known -> "no locator of the kind " + known + " has these placeholders; its locators are " + Locator.examples(known));
    }
}
