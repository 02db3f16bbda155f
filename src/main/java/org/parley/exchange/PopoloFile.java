package org.parley.exchange;

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
import org.parley.dataset.PathCheck;
import org.parley.entry.FaultLocator;

/** A file in <a href="https://www.popoloproject.com/">Popolo</a> JSON: lists of objects, some with nested lists. */
final class PopoloFile {

    private static final ObjectReader JSON = new JsonMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** An object of the file, with its JSON Pointer. */
    record Item(String pointer, ObjectNode node) {

        /** Returns the text of a key, or an empty text. */
        String text(String key) {
            return node.path(key).asText("").strip();
        }

        /** Returns the id of the object, or its pointer if it has none. */
        String id() {
            return text("id").isEmpty() ? pointer : text("id");
        }

        /** Returns the location for messages, such as 'persons[3]'. */
        String location() {
            return location(pointer);
        }

        static String location(String pointer) {
            return FaultLocator.toLabel(pointer).substring(1);
        }
    }

    final JsonNode tree;

    private PopoloFile(JsonNode tree) {
        this.tree = tree;
    }

    static PopoloFile read(Path file, ImportedEntries foreign) {
        JsonNode tree = JsonNodeFactory.instance.objectNode();
        try (InputStream stream = Files.newInputStream(file)) {
            tree = JSON.readTree(stream);
            if (!tree.path("persons").isArray() && !tree.path("organizations").isArray()) {
                foreign.fault(1, "", "is not Popolo; write an object with the lists persons, organizations and memberships");
            }
        } catch (JsonProcessingException e) {
            foreign.fault(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "", "is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            foreign.fault(0, "", "cannot be read: " + PathCheck.reason(e));
        }
        return new PopoloFile(tree);
    }

    static ObjectReader reader() {
        return JSON;
    }

    /** Returns the objects of a top-level list. */
    List<Item> list(String name) {
        return items("/" + name, tree.path(name));
    }

    /** Returns the objects of a list nested in the objects of another list. Adds the id of the outer object under the key `owner`. */
    Stream<Item> list(String name, String outerList, String owner) {
        return list(outerList).stream().flatMap(item -> items(item.pointer + "/" + name, item.node.path(name)).stream()
                .map(nested -> new Item(nested.pointer, withOwner(nested.node, owner, item.id()))));
    }

    private static ObjectNode withOwner(ObjectNode node, String owner, String id) {
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
