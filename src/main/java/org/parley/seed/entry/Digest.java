package org.parley.seed.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.util.HashUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The fingerprint of an entry: equal where it says the same, however its file is laid out. */
public final class Digest {

    /** Lists whose order says nothing, and the key by which they are put in order here. */
    private static final Map<String, String> UNORDERED = Map.of("offices", "/title", "provisions", "/number", "resolutions", "/field",
            "inReplyTo", "");

    private Digest() {
    }

    /** SHA-256 of its JSON, in hexadecimal. */
    public static String of(Seed seed) {
        try {
            if (isInOrder(seed)) {
                return of(DataSet.JSON.writeValueAsBytes(seed));
            }
            ObjectNode tree = DataSet.tree(seed);
            UNORDERED.forEach((list, key) -> sort(tree.path(list), key));
            return of(DataSet.JSON.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** None of its unordered lists has items to be put in order, as with most entries. */
    private static boolean isInOrder(Seed seed) {
        return seed.resolutions().size() < 2 && (!(seed instanceof ActorSeed actor) || actor.offices().size() < 2)
                && (!(seed instanceof AgreementSeed agreement) || agreement.provisions().size() < 2)
                && (!(seed instanceof StatementSeed statement) || statement.inReplyTo().size() < 2);
    }

    /** SHA-256, in hexadecimal. */
    public static String of(byte[] bytes) {
        return HashUtil.sha256(bytes);
    }

    private static void sort(JsonNode list, String key) {
        if (list instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(items::add);
            items.sort(Comparator.comparing(item -> item.at(key).asText()));
            array.removeAll().addAll(items);
        }
    }
}
