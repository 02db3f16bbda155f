package org.parley.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.Entry;
import org.parley.record.Kind;

/**
 * A valid data set of any size, the same for the same seed: entries of all kinds that refer to one another, with points, provisions,
 * attestations, discrepancies and resolutions. {@code main} writes it into a folder; docs/performance.md says how it is run.
 */
public final class GeneratedDataSet {

    private static final int MOST_IN_A_FILE = 5000;

    private final Map<Kind, ArrayNode> entries = new EnumMap<>(Kind.class);

    private GeneratedDataSet(Map<Kind, Collection<ObjectNode>> entries) {
        entries.forEach((kind, all) -> this.entries.put(kind, JsonNodeFactory.instance.arrayNode().addAll(all)));
    }

    /** Of so many records, the points of statements among them; at least 200. */
    public static GeneratedDataSet of(int records, long seed) {
        return new GeneratedDataSet(new GeneratedEntries(records, seed).all());
    }

    /** Writes it as the files of a data set. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<Kind, ArrayNode> kind : entries.entrySet()) {
            Path within = Files.createDirectories(folder.resolve(kind.getKey().folder()));
            List<ObjectNode> all = IntStream.range(0, kind.getValue().size()).mapToObj(i -> (ObjectNode) kind.getValue().get(i)).toList();
            for (int from = 0; from < all.size(); from += MOST_IN_A_FILE) {
                ArrayNode part = JsonNodeFactory.instance.arrayNode()
                        .addAll(all.subList(from, Math.min(all.size(), from + MOST_IN_A_FILE)));
                Files.writeString(within.resolve(String.format(Locale.ROOT, "part-%03d.yaml", from / MOST_IN_A_FILE)),
                        YamlText.of(kind.getKey(), part));
            }
        }
    }

    /** Writes a data set: the number of records, the seed, and a folder that is new or empty. */
    public static void main(String... args) throws IOException {
        of(Integer.parseInt(args[0]), Long.parseLong(args[1])).write(Path.of(args[2]));
    }
}
