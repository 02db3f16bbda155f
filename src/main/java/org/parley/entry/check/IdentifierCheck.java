package org.parley.entry.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.IdentifierScheme;

/** Finds identifiers that several records have, and those that do not have the form of their scheme. */
final class IdentifierCheck implements Check {

    private static final String IDENTIFIERS = "identifiers/*";

    /** An identifier, whatever the record. */
    private record Key(String scheme, String value) {}

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        Map<Key, EntryPath> seen = new HashMap<>();
        files.knownEntries().forEach(entry -> checkUnique(entry, seen, none -> {
        }));
        files.entries().forEach(entry -> checkUnique(entry, seen, faults));
        files.entries().flatMap(entry -> entry.at(IDENTIFIERS).stream()).filter(IdentifierCheck::isWhole).forEach(
                identifier -> IdentifierScheme.of(identifier.text("scheme")).ifPresent(scheme -> checkKnown(identifier, scheme, faults)));
    }

    private static void checkUnique(Entry entry, Map<Key, EntryPath> seen, Consumer<Fault> faults) {
        entry.at(IDENTIFIERS).stream().filter(IdentifierCheck::isWhole).forEach(identifier -> {
            EntryPath first = seen.putIfAbsent(new Key(identifier.text("scheme"), identifier.text("value")), identifier);
            if (first != null) {
                faults.accept(identifier.fault("'" + identifier.text("value") + "' of the scheme '" + identifier.text("scheme")
                        + "' is already an identifier of the " + first.entry().kind().word() + " '" + first.entry().slug() + "' "
                        + first.position() + "; correct one of them, or merge the records"));
            }
        });
    }

    /** SchemaCheck reports the others. */
    private static boolean isWhole(EntryPath identifier) {
        return identifier.text("scheme") != null && identifier.text("value") != null;
    }

    private static void checkKnown(EntryPath identifier, IdentifierScheme scheme, Consumer<Fault> faults) {
        String value = identifier.text("value");
        if (!scheme.isValid(value)) {
            identifier.at("value").forEach(location -> faults.accept(location.fault("'" + value + "' is not an identifier of the scheme '"
                    + scheme.word() + "'; write one such as '" + scheme.example() + "' (" + scheme.documentation() + ")")));
        } else if (scheme.url(value).isPresent()) {
            identifier.at("url").forEach(location -> faults
                    .accept(location.fault("is derived from the value if the scheme is '" + scheme.word() + "'; remove it")));
        }
    }
}
