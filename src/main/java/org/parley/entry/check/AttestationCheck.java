package org.parley.entry.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.source.Locator;
import org.parley.source.SourceKind;

/**
 * Finds locators that the kind of source does not have or beyond the end of the source, attested or resolved fields that the record does
 * not have, and quotations that are too long.
 */
final class AttestationCheck implements Check {

    private static final int MAX_WORDS = 12;
    private static final Pattern COUNTED = Pattern.compile("(paragraph|footnote) (\\d+)");
    private static final Set<String> NO_FIELDS = Set.of("slug", "attestations", "resolutions");

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        files.entries().forEach(entry -> {
            Definition definition = RecordDefinitions.of(entry.kind());
            check(entry.root(), definition.entry(), definition.derived(), slugs, faults);
            definition.paths(AttestationCheck::isAttested)
                    .forEach(path -> entry.at(path).forEach(part -> check(part, definition.field(path).items(), Set.of(), slugs, faults)));
            definition.paths(field -> field.type() == FieldType.QUOTATION)
                    .forEach(path -> entry.at(path).forEach(location -> checkQuotation(location, faults)));
        });
    }

    /** Whether the items of a list have attestations. */
    private static boolean isAttested(Field list) {
        return list.items() != null && list.items().field("attestations").isPresent();
    }

    private void check(EntryPath record, ObjectType type, Set<String> derived, KnownSlugs slugs, Consumer<Fault> faults) {
        for (EntryPath attestation : record.at("attestations/*")) {
            attestation.at("locator")
                    .forEach(location -> checkLocator(location, slugs.entry(Kind.SOURCE, attestation.text("source")), faults));
        }
        List<EntryPath> named = new ArrayList<>(record.at("attestations/*/field"));
        named.addAll(record.at("resolutions/*/field"));
        if (!named.isEmpty()) {
            Set<String> fields = new TreeSet<>(derived);
            type.fields().stream().filter(field -> !field.isInternal()).map(Field::name).filter(name -> !NO_FIELDS.contains(name))
                    .forEach(fields::add);
            named.forEach(location -> checkField(location, type.name(), fields, faults));
        }
    }

    private void checkLocator(EntryPath location, Entry source, Consumer<Fault> faults) {
        if (source == null) {
            return;
        }
        String text = location.node().asText();
        SourceKind.of(source.node().path("kind").asText()).filter(kind -> !Locator.isIn(kind, text))
                .filter(kind -> !Locator.of(text).parts().isEmpty()).ifPresent(kind -> faults.accept(location.fault("'" + source.slug()
                        + "' is of the kind " + kind + ", which has no such locator; write one such as " + Locator.examples(kind))));
        checkNumber(location, source, faults);
    }

    private void checkNumber(EntryPath location, Entry source, Consumer<Fault> faults) {
        Matcher counted = COUNTED.matcher(location.node().asText());
        if (!counted.matches()) {
            return;
        }
        String parts = counted.group(1) + "s";
        int last = source.node().path(parts).asInt();
        if (new BigInteger(counted.group(2)).compareTo(BigInteger.valueOf(last)) > 0) {
            faults.accept(location.fault(
                    "'" + source.slug() + "' has " + (last == 0 ? "no " + parts : "only " + last + " " + parts) + "; correct the number"));
        }
    }

    private void checkQuotation(EntryPath location, Consumer<Fault> faults) {
        long words = Arrays.stream(location.node().asText().split("[\\s—–]+")).filter(word -> word.matches(".*[\\p{L}\\p{N}].*")).count();
        if (words > MAX_WORDS) {
            faults.accept(location.fault("quotes " + words + " words; quote at most " + MAX_WORDS));
        }
    }

    private void checkField(EntryPath location, String type, Set<String> fields, Consumer<Fault> faults) {
        String field = location.node().asText();
        if (!fields.contains(field)) {
            faults.accept(location.fault("this " + type + " has no field '" + field + "'; write "
                    + Suggestion.of(field, fields).orElse("one of " + String.join(", ", fields))));
        }
    }
}
