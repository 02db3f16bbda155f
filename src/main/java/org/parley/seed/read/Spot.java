package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A place within an entry, at which something may be wrong. */
public record Spot(Entry entry, String pointer, JsonNode node) {

    /** What lies further in; nothing where the entry does not have it. */
    public List<Spot> at(String path) {
        List<Spot> spots = List.of(this);
        for (String step : path.split("/")) {
            spots = spots.stream().flatMap(spot -> spot.step(step).stream()).toList();
        }
        return spots;
    }

    private List<Spot> step(String step) {
        if (!step.equals("*")) {
            return node.has(step) ? List.of(new Spot(entry, pointer + "/" + step, node.get(step))) : List.of();
        }
        List<Spot> elements = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new Spot(entry, pointer + "/" + i, node.get(i)));
        }
        return elements;
    }

    /** The text of one of its keys, or null. */
    public String text(String key) {
        return node.path(key).textValue();
    }

    public Fault fault(String message) {
        return new Fault(entry.file().name(), line(), path(), message);
    }

    /** Its file and line: 'seeds/meetings/2023.yaml:12'. */
    public String where() {
        return entry.file().name() + ":" + line();
    }

    private int line() {
        return entry.file().line("/" + entry.index() + pointer);
    }

    /** 'brussels-2023-07-15.participations[0].office'. */
    private String path() {
        String record = entry.slug() == null ? "[" + entry.index() + "]" : entry.slug();
        return record + pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
