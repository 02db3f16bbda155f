package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.exchange.SlugGenerator;
import org.parley.exchange.read.ForeignRow;
import org.parley.matching.RecordIndex;
import org.parley.record.Kind;

/** The records that an import adds, and the known ones that it changes. */
final class ConvertedRecords {

    private static final Pattern DAY = Pattern.compile("[\\d-]+");
    private static final int MAX_SLUG = 110;
    private static final List<String> ADDED_BY_MERGING = List.of("slug", "attestations", "identifiers");

    private final RecordIndex index;
    private final Merger merger;
    private final RowWrites writes = new RowWrites();
    private final Map<Kind, ArrayNode> added = new EnumMap<>(Kind.class);
    private final Map<Kind, RowOrigins> origins = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, ObjectNode>> current = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Entry>> known = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Entry>> changed = new EnumMap<>(Kind.class);
    /** Takes back what a row added: one that cannot be converted leaves no actors and places behind. */
    private final Deque<Runnable> undo = new ArrayDeque<>();

    ConvertedRecords(EntryFiles dataSet, RecordIndex index) {
        this.index = index;
        this.merger = new Merger(index, writes);
        for (Kind kind : Kind.values()) {
            added.put(kind, JsonNodeFactory.instance.arrayNode());
            origins.put(kind, new RowOrigins());
            current.put(kind, new HashMap<>());
            known.put(kind, new HashMap<>());
            changed.put(kind, new TreeMap<>());
        }
        dataSet.entries().filter(entry -> entry.slug() != null).forEach(entry -> known.get(entry.kind()).put(entry.slug(), entry));
    }

    void beginRow() {
        undo.clear();
        writes.clear();
    }

    void takeBackRow() {
        undo.forEach(Runnable::run);
    }

    /** Has something done if the row is taken back. */
    void onTakeBack(Runnable action) {
        undo.push(action);
    }

    /** Returns what the row wrote. */
    RowWrites writes() {
        return writes;
    }

    boolean has(Kind kind, String slug) {
        return known.get(kind).containsKey(slug) || current.get(kind).containsKey(slug);
    }

    /** Returns a record with all additions; a missing node if no record has that slug. */
    JsonNode form(Kind kind, String slug) {
        JsonNode form = current.get(kind).get(slug);
        Entry entry = known.get(kind).get(slug);
        return form != null ? form : entry != null ? entry.node() : MissingNode.getInstance();
    }

    /** Adds what an entry says to a record, and returns whether that was anything. */
    boolean merge(Kind kind, String slug, ObjectNode entry, Map<String, String> printed) {
        Entry before = known.get(kind).get(slug);
        ObjectNode record = current.get(kind).computeIfAbsent(slug, none -> before.node().deepCopy());
        RowWrites.Sizes sizes = RowWrites.sizes(record);
        if (!merger.merge(kind, record, entry, printed)) {
            return false;
        }
        writes.changed(kind, record, sizes);
        index.extend(kind, record);
        if (before != null) {
            changed.get(kind).put(slug, before);
        }
        return true;
    }

    /** Adds a record, and returns its slug. */
    String add(Kind kind, ObjectNode entry, Map<String, String> printed, JsonNode fields, ForeignRow row, String locator) {
        String slug = slug(kind, entry, locator);
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("slug", slug);
        entry.properties().stream().filter(field -> !ADDED_BY_MERGING.contains(field.getKey()))
                .forEach(field -> record.set(field.getKey(), field.getValue()));
        record.putArray("attestations");
        merger.merge(kind, record, entry, printed);
        current.get(kind).put(slug, record);
        added.get(kind).add(record);
        origins.get(kind).add(row, fields);
        index.add(kind, record);
        writes.added(kind, record);
        undo.push(() -> {
            index.remove(kind, slug);
            origins.get(kind).removeLast();
            added.get(kind).remove(added.get(kind).size() - 1);
            current.get(kind).remove(slug);
        });
        return slug;
    }

    /** Returns the slug of the mapping, or one made of the name, or of the title and the date, that no other record has. */
    private String slug(Kind kind, ObjectNode entry, String locator) {
        if (entry.has("slug")) {
            return entry.get("slug").asText();
        }
        String words = SlugGenerator.of(RecordIndex.displayName(entry));
        String date = ForeignDate.stated(entry.path("date")).split("/", 2)[0];
        String base = words.isEmpty() ? kind.word() + "-" + SlugGenerator.of(locator) : words;
        base = base.length() > MAX_SLUG - 11 ? base.substring(0, MAX_SLUG - 11).replaceFirst("-[^-]*$", "") : base;
        base = DAY.matcher(date).matches() && !base.endsWith(date) ? base + "-" + date : base;
        String slug = base;
        for (int number = 2; index.hasSlug(kind, slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    /** Returns the new entries as files to check, without kinds that have none. */
    List<EntryFile> newFiles(String name) {
        return added.entrySet().stream().filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> new EntryFile(kind.getKey(), name, kind.getValue(), origins.get(kind.getKey()))).toList();
    }

    /** Returns the known entries to which something was added, each with its new form. */
    Map<Entry, ObjectNode> changed() {
        Map<Entry, ObjectNode> forms = new LinkedHashMap<>();
        changed.forEach((kind, entries) -> entries.forEach((slug, entry) -> forms.put(entry, current.get(kind).get(slug))));
        return forms;
    }
}
