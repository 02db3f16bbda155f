package org.parley.seed.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.actor.ActorKind;
import org.parley.seed.foreign.PopoloFile.Item;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Lines;
import org.parley.seed.read.SeedKind;

/** The persons and organizations of a Popolo file as actors; the memberships as offices of the persons. */
final class Popolo {

    private final PopoloFile file;
    private final Lines lines;
    private final Known known;
    private final Foreign actors;
    private final Map<String, Actor> persons = new HashMap<>();
    private final Map<String, Actor> organizations = new HashMap<>();

    /** An actor of the file: known already, or with a new entry. */
    record Actor(String slug, String name, String kind, Entry known, ObjectNode entry, String pointer) {}

    Popolo(Path path, Known known) {
        this.actors = new Foreign(SeedKind.ACTOR, path.toString());
        this.file = PopoloFile.read(path, actors);
        this.lines = new Lines(PopoloFile.reader(), path);
        this.known = known;
    }

    Foreign read(String source, String locator) {
        file.list("organizations")
                .forEach(item -> actor(item, kind(item), "abstract").ifPresent(actor -> organizations.put(item.id(), actor)));
        file.list("persons").forEach(item -> actor(item, ActorKind.PERSON, "summary").ifPresent(actor -> persons.put(item.id(), actor)));
        file.list("organizations").forEach(this::partOf);
        new PopoloOffices(file, persons, organizations, actors, this::trace).read();
        actors.entries.forEach(entry -> ((ObjectNode) entry).putArray("attestations").addObject().put("source", source)
                .put("locator", locator).put("voice", "DOCUMENT_FACT"));
        new PopoloRest(file, actors).tell();
        return actors;
    }

    private ActorKind kind(Item organization) {
        String classification = organization.text("classification");
        Optional<ActorKind> kind = PopoloWords.kind(classification);
        if (kind.isEmpty() && !classification.isEmpty()) {
            actors.leftOut.add(organization.words() + ".classification '" + classification + "': taken for an ORGANIZATION");
        }
        return kind.orElse(ActorKind.ORGANIZATION);
    }

    private Optional<Actor> actor(Item item, ActorKind kind, String description) {
        String name = item.text("name");
        Optional<Entry> same = same(item, kind == ActorKind.PERSON);
        if (same.isPresent()) {
            Entry entry = same.get();
            actors.known(item.words() + " '" + name + "'", entry, "an attestation");
            return Optional.of(new Actor(entry.slug(), name, entry.node().path("kind").asText(), entry, null, null));
        }
        if (SlugText.of(name).isEmpty()) {
            actors.leftOut.add(item.words() + ": its name '" + name + "' has no Latin letters to make a slug of");
            return Optional.empty();
        }
        return Optional.of(added(item, name, kind, description));
    }

    /** The record of that id or name. A person is never taken for an organization. */
    private Optional<Entry> same(Item item, boolean person) {
        String name = item.text("name");
        return Stream.of(item.text("id"), name, SlugText.of(name)).filter(text -> !text.isEmpty())
                .flatMap(text -> known.find(SeedKind.ACTOR, text, entry -> person == isPerson(entry)).stream()).findFirst();
    }

    private static boolean isPerson(Entry entry) {
        return entry.node().path("kind").asText().equals(ActorKind.PERSON.name());
    }

    private Actor added(Item item, String name, ActorKind kind, String description) {
        ObjectNode entry = actors.add().put("slug", SlugText.of(name)).put("name", name).put("kind", kind.name());
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
        return new Actor(SlugText.of(name), name, kind.name(), null, entry, pointer);
    }

    private void partOf(Item organization) {
        Actor part = organizations.get(organization.id());
        Actor whole = organizations.get(organization.text("parent_id"));
        if (whole == null && !organization.text("parent_id").isEmpty()) {
            actors.leftOut.add(organization.words() + ".parent_id '" + organization.text("parent_id") + "': no organization of this file");
        } else if (whole != null && part != null && part.entry != null) {
            part.entry.put("partOf", whole.slug);
            trace(part.pointer + "/partOf", organization.pointer() + "/parent_id");
        }
    }

    private void trace(String pointer, String origin) {
        actors.traces.put(pointer, () -> lines.line(origin), Item.words(origin));
    }
}
