package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A list that can be paged.
 *
 * @param around the query that encloses the list
 * @param list its name, with a gap for page arguments
 * @param item the fields that identify an item
 */
record Paged(String around, String list, String item) {

    /** Longer lists are not paged item by item. */
    private static final int SHORT = 15;
    private static final String PAGE = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { %s } } }";

    JsonNode page(String arguments) {
        JsonNode node = GraphQlClient.data(
                String.format(Locale.ROOT, around, String.format(Locale.ROOT, list, arguments) + String.format(Locale.ROOT, PAGE, item)));
        while (!node.has("edges")) {
            node = node.elements().next();
        }
        return node;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, around, String.format(Locale.ROOT, list, "..."));
    }

    /** Pages forward with each page size. Returns the items. */
    List<JsonNode> assertWalks(String order) {
        JsonNode whole = page(order + "first: 100");
        List<JsonNode> items = all(order, 100);
        assertEquals(whole.get("totalCount").asInt(), items.size(), () -> "items of " + this);
        assertTrue(items.size() > 1, () -> this + " is too short to be paged");
        for (int size : sizes(items)) {
            assertEquals(items, all(order, size), () -> this + " by " + size);
        }
        return items;
    }

    /** Pages forward and backward with each page size. Returns the items. */
    List<JsonNode> assertBothWays(String order) {
        List<JsonNode> items = assertWalks(order);
        sizes(items).forEach(size -> assertEquals(items, backwards(order, size), () -> this + " backwards by " + size));
        return items;
    }

    static List<Integer> sizes(List<JsonNode> items) {
        return items.size() <= SHORT ? List.of(1, 2, items.size(), 100) : List.of(7, 100);
    }

    List<JsonNode> all(String order, int size) {
        List<JsonNode> items = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        JsonNode page = page(order + "first: " + size);
        assertFalse(page.at("/pageInfo/hasPreviousPage").asBoolean(), () -> "nothing stands before the start of " + this);
        while (true) {
            items.addAll(nodes(page));
            page.get("edges").forEach(edge -> cursors.add(edge.get("cursor").asText()));
            assertInfo(page);
            assertEquals(items.size() < page.get("totalCount").asInt(), page.at("/pageInfo/hasNextPage").asBoolean(), this::toString);
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                break;
            }
            assertEquals(size, page.get("edges").size(), () -> "a page before the last of " + this);
            page = page(order + "first: " + size + ", after: " + page.at("/pageInfo/endCursor"));
            assertTrue(page.at("/pageInfo/hasPreviousPage").asBoolean(), () -> "something stands before a later page of " + this);
        }
        assertEquals(cursors.size(), new HashSet<>(cursors).size(), () -> "each item of " + this + " has its own cursor");
        return items;
    }

    List<JsonNode> backwards(String order, int size) {
        List<List<JsonNode>> pages = new ArrayList<>();
        JsonNode page = page(order + "last: " + size);
        assertFalse(page.at("/pageInfo/hasNextPage").asBoolean(), () -> "nothing stands behind the end of " + this);
        while (true) {
            pages.add(nodes(page));
            assertInfo(page);
            if (!page.at("/pageInfo/hasPreviousPage").asBoolean()) {
                break;
            }
            page = page(order + "last: " + size + ", before: " + page.at("/pageInfo/startCursor"));
            assertTrue(page.at("/pageInfo/hasNextPage").asBoolean(), () -> "something stands behind an earlier page of " + this);
        }
        Collections.reverse(pages);
        return pages.stream().flatMap(List::stream).toList();
    }

    /** Checks that the cursors of a page are those of its first and last edge. */
    private static void assertInfo(JsonNode page) {
        JsonNode edges = page.get("edges");
        assertFalse(edges.isEmpty(), "no page that is announced is empty");
        assertEquals(edges.get(0).get("cursor"), page.at("/pageInfo/startCursor"));
        assertEquals(edges.get(edges.size() - 1).get("cursor"), page.at("/pageInfo/endCursor"));
    }

    static List<JsonNode> nodes(JsonNode page) {
        return StreamSupport.stream(page.get("edges").spliterator(), false).map(edge -> edge.get("node")).toList();
    }
}
