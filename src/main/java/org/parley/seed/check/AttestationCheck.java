package org.parley.seed.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** An attestation of a paragraph that its source does not have or of a field that the record does not have; too many words quoted. */
final class AttestationCheck implements Check {

    private static final int MOST_WORDS = 12;
    private static final Pattern COUNTED = Pattern.compile("(paragraph|footnote) (\\d+)");
    private static final Set<String> NO_FIELDS = Set.of("slug", "attestations", "resolutions");

    /** Fields of the GraphQL type that are worked out of what the file says. */
    private static final Map<SeedKind, Set<String>> DERIVED = Map.of(SeedKind.MEETING, Set.of("hosts", "mediators", "leaders"));

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        Slugs slugs = new Slugs(folder);
        folder.entries().forEach(entry -> {
            check(entry.spot(), entry.kind().word(), slugs, faults);
            entry.at("points/*").forEach(point -> check(point, "point", slugs, faults));
            entry.at("provisions/*").forEach(provision -> check(provision, "provision", slugs, faults));
            entry.at("quotation").forEach(spot -> words(spot, faults));
        });
    }

    private void check(Spot record, String word, Slugs slugs, Consumer<Fault> faults) {
        for (Spot attestation : record.at("attestations/*")) {
            attestation.at("locator").forEach(spot -> locator(spot, slugs.entry(SeedKind.SOURCE, attestation.text("source")), faults));
            attestation.at("fragment").forEach(spot -> words(spot, faults));
        }
        List<Spot> named = new ArrayList<>(record.at("attestations/*/field"));
        named.addAll(record.at("resolutions/*/field"));
        if (!named.isEmpty()) {
            Set<String> fields = fields(record.entry().kind(), word);
            named.forEach(spot -> field(spot, word, fields, faults));
        }
    }

    private void locator(Spot spot, Entry source, Consumer<Fault> faults) {
        Matcher counted = COUNTED.matcher(spot.node().asText());
        if (source == null || !counted.matches()) {
            return;
        }
        String parts = counted.group(1) + "s";
        int last = source.node().path(parts).asInt();
        if (new BigInteger(counted.group(2)).compareTo(BigInteger.valueOf(last)) > 0) {
            faults.accept(spot.fault("'" + source.slug() + "' has " + (last == 0 ? "no " + parts : "only " + last + " " + parts)
                    + "; write one that it has"));
        }
    }

    private void words(Spot spot, Consumer<Fault> faults) {
        long words = Arrays.stream(spot.node().asText().split("[\\s—–]+")).filter(word -> word.matches(".*[\\p{L}\\p{N}].*")).count();
        if (words > MOST_WORDS) {
            faults.accept(spot.fault("quotes " + words + " words; quote at most " + MOST_WORDS));
        }
    }

    private void field(Spot spot, String word, Set<String> fields, Consumer<Fault> faults) {
        String field = spot.node().asText();
        if (!fields.contains(field)) {
            faults.accept(spot.fault("this " + word + " has no field '" + field + "'; write "
                    + Nearest.of(field, fields).orElse("one of " + String.join(", ", fields))));
        }
    }

    private static Set<String> fields(SeedKind kind, String definition) {
        Set<String> fields = new TreeSet<>(Schemas.keys(kind, definition));
        fields.removeAll(NO_FIELDS);
        if (definition.equals(kind.word())) {
            fields.addAll(DERIVED.getOrDefault(kind, Set.of()));
        }
        return fields;
    }
}
