package org.parley.seed.foreign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.seed.read.Origin;
import org.parley.seed.read.UsablePath;

/** A file in Popolo JSON: lists of objects, of which some hold lists of others. */
final class PopoloFile {

    private static final ObjectReader JSON = new JsonMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** One object, and where it stands. */
    record Item(String pointer, ObjectNode node) {

        /** The text of one of its keys; empty where there is none. */
        String text(String key) {
            return node.path(key).asText("").strip();
        }

        /** Its id, and where it has none, where it stands. */
        String id() {
            return text("id").isEmpty() ? pointer : text("id");
        }

        /** 'persons[3]'. */
        String words() {
            return words(pointer);
        }

        static String words(String pointer) {
            return Origin.words(pointer).substring(1);
        }
    }

    final JsonNode tree;

    private PopoloFile(JsonNode tree) {
        this.tree = tree;
    }

    static PopoloFile read(Path file, Foreign foreign) {
        JsonNode tree = JsonNodeFactory.instance.objectNode();
        try (InputStream stream = Files.newInputStream(file)) {
            tree = JSON.readTree(stream);
            if (!tree.path("persons").isArray() && !tree.path("organizations").isArray()) {
                foreign.fault(1, "", "is no Popolo; write an object that holds the lists persons, organizations, memberships");
            }
        } catch (JsonProcessingException e) {
            foreign.fault(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "", "is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            foreign.fault(0, "", "cannot be read: " + UsablePath.reason(e));
        }
        return new PopoloFile(tree);
    }

    static ObjectReader reader() {
        return JSON;
    }

    /** The objects of that list of the file. */
    List<Item> list(String name) {
        return items("/" + name, tree.path(name));
    }

    /** Objects that stand in those of another list; whose they are is put in as `owner`. */
    Stream<Item> list(String name, String within, String owner) {
        return list(within).stream().flatMap(item -> items(item.pointer + "/" + name, item.node.path(name)).stream()
                .map(inner -> new Item(inner.pointer, owned(inner.node, owner, item.id()))));
    }

    private static ObjectNode owned(ObjectNode node, String owner, String id) {
        return node.has(owner) ? node : node.deepCopy().put(owner, id);
    }

    private static List<Item> items(String pointer, JsonNode list) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode node) {
                items.add(new Item(pointer + "/" + i, node));
            }
        }
        return items;
    }
}
