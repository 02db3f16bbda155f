package org.parley.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.actor.ActorKind;
import org.parley.dataset.LineNumbers;
import org.parley.entry.Entry;
import org.parley.exchange.PopoloFile.Item;
import org.parley.record.Kind;

/** Converts the persons and organizations of a Popolo file to actors, and the memberships to offices of the persons. */
final class PopoloConverter {

    private final PopoloFile file;
    private final LineNumbers lines;
    private final ExistingRecords existing;
    private final ImportedEntries actors;
    private final Map<String, Actor> persons = new HashMap<>();
    private final Map<String, Actor> organizations = new HashMap<>();

    /** An actor of the file: an existing record, or a new entry with its pointer. */
    record Actor(String slug, String name, String kind, Entry existing, ObjectNode entry, String pointer) {}

    PopoloConverter(Path path, ExistingRecords existing) {
        this.actors = new ImportedEntries(Kind.ACTOR, path.toString());
        this.file = PopoloFile.read(path, actors);
        this.lines = new LineNumbers(PopoloFile.reader(), path);
        this.existing = existing;
    }

    ImportedEntries read(String source, String locator) {
        file.list("organizations")
                .forEach(item -> actor(item, kind(item), "abstract").ifPresent(actor -> organizations.put(item.id(), actor)));
        file.list("persons").forEach(item -> actor(item, ActorKind.PERSON, "summary").ifPresent(actor -> persons.put(item.id(), actor)));
        file.list("organizations").forEach(this::partOf);
        new PopoloOffices(file, persons, organizations, actors, this::trace).read();
        actors.entries.forEach(entry -> ((ObjectNode) entry).putArray("attestations").addObject().put("source", source)
                .put("locator", locator).put("voice", "DOCUMENT_FACT"));
        new UnmappedPopolo(file, actors).report();
        return actors;
    }

    private ActorKind kind(Item organization) {
        String classification = organization.text("classification");
        Optional<ActorKind> kind = PopoloVocabulary.kind(classification);
        if (kind.isEmpty() && !classification.isEmpty()) {
            actors.skipped.add(organization.location() + ".classification '" + classification + "': imported as ORGANIZATION");
        }
        return kind.orElse(ActorKind.ORGANIZATION);
    }

    private Optional<Actor> actor(Item item, ActorKind kind, String description) {
        String name = item.text("name");
        Optional<Entry> match = findExisting(item, kind == ActorKind.PERSON);
        if (match.isPresent()) {
            Entry entry = match.get();
            actors.addExisting(item.location() + " '" + name + "'", entry, "an attestation");
            return Optional.of(new Actor(entry.slug(), name, entry.node().path("kind").asText(), entry, null, null));
        }
        if (SlugGenerator.of(name).isEmpty()) {
            actors.skipped.add(item.location() + ": the name '" + name + "' has no Latin letters for a slug");
            return Optional.empty();
        }
        return Optional.of(addActor(item, name, kind, description));
    }

    /** Returns the existing record with this id or name. A person never matches an organization. */
    private Optional<Entry> findExisting(Item item, boolean person) {
        String name = item.text("name");
        return Stream.of(item.text("id"), name, SlugGenerator.of(name)).filter(text -> !text.isEmpty())
                .flatMap(text -> existing.find(Kind.ACTOR, text, entry -> person == isPerson(entry)).stream()).findFirst();
    }

    private static boolean isPerson(Entry entry) {
        return entry.node().path("kind").asText().equals(ActorKind.PERSON.name());
    }

    private Actor addActor(Item item, String name, ActorKind kind, String description) {
        ObjectNode entry = actors.add().put("slug", SlugGenerator.of(name)).put("name", name).put("kind", kind.name());
        String pointer = actors.pointer();
        trace(pointer, item.pointer());
        trace(pointer + "/slug", item.pointer() + "/name");
        if (!item.text(description).isEmpty()) {
            entry.put("description", item.text(description));
            trace(pointer + "/description", item.pointer() + "/" + description);
        }
        Set<String> aliases = new LinkedHashSet<>();
        item.node().path("other_names").forEach(other -> aliases.add(other.path("name").asText("").strip()));
        aliases.removeIf(alias -> alias.isEmpty() || alias.equals(name));
        aliases.forEach(alias -> entry.withArray("/aliases").add(alias));
        return new Actor(SlugGenerator.of(name), name, kind.name(), null, entry, pointer);
    }

    private void partOf(Item organization) {
        Actor part = organizations.get(organization.id());
        Actor parent = organizations.get(organization.text("parent_id"));
        if (parent == null && !organization.text("parent_id").isEmpty()) {
            actors.skipped
                    .add(organization.location() + ".parent_id '" + organization.text("parent_id") + "': not an organization in this file");
        } else if (parent != null && part != null && part.entry != null) {
            part.entry.put("partOf", parent.slug);
            trace(part.pointer + "/partOf", organization.pointer() + "/parent_id");
        }
    }

    private void trace(String pointer, String origin) {
        actors.origins.put(pointer, () -> lines.line(origin), Item.location(origin));
    }
}
