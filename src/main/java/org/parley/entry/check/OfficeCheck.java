package org.parley.entry.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;

/** Finds participations and signatures in an office that the actor does not have. */
final class OfficeCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        files.entries().forEach(entry -> RecordDefinitions.of(entry.kind()).paths(OfficeCheck::hasOffice)
                .forEach(path -> entry.at(path).forEach(participant -> check(participant, slugs, faults))));
    }

    private static boolean hasOffice(Field list) {
        return list.items() != null && list.items().fields().stream().anyMatch(field -> field.type() == FieldType.OFFICE);
    }

    private void check(EntryPath participant, KnownSlugs slugs, Consumer<Fault> faults) {
        Entry actor = slugs.entry(Kind.ACTOR, participant.text("actor"));
        String title = participant.text("office");
        if (actor == null || title == null) {
            return;
        }
        List<String> titles = actor.at("offices/*/title").stream().map(location -> location.node().asText()).toList();
        if (!titles.contains(title)) {
            participant.at("office")
                    .forEach(location -> faults.accept(location.fault("'" + actor.slug() + "' has no office '" + title + "'; "
                            + (titles.isEmpty() ? "" : "write " + String.join(" or ", titles) + ", or ") + "add it to the actor "
                            + actor.root().position())));
        }
    }
}
