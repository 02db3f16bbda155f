package org.parley.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Values of arguments from the loaded data: slugs, ids, and cursors of each list. */
final class LoadedValues {

    private static final Map<String, String> NAMED_BY = Map.of("issues", "Issue", "tracks", "Track", "sources", "Source", "meetings",
            "Meeting");

    private final GraphQLSchema schema;
    private final Map<String, List<String>> slugs = new TreeMap<>();

    LoadedValues(GraphQLSchema schema) {
        this.schema = schema;
        for (GraphQLFieldDefinition list : schema.getQueryType().getFields()) {
            boolean free = list.getArguments().stream().noneMatch(QueryWalk::isRequired);
            GraphQLNamedType type = QueryWalk.named(list.getType());
            boolean pages = type.getName().endsWith("Connection");
            GraphQLNamedType item = pages ? QueryWalk.named(((GraphQLObjectType) type).getField("nodes").getType()) : type;
            if (free && item instanceof GraphQLObjectType object && object.getField("slug") != null && !item.getName().equals("Change")) {
                JsonNode data = GraphQlClient.data("{ " + list.getName() + (pages ? "(first: 100) { nodes { slug } } }" : " { slug } }"));
                slugs.put(item.getName(), data.findValuesAsText("slug"));
            }
        }
    }

    /** By the name of an argument, or of a field and its argument. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new HashMap<>();
        QueryValues.ACTORS.forEach(name -> values.put(name, lists("Actor")));
        NAMED_BY.forEach((name, type) -> values.put(name, lists(type)));
        List<String> ids = new ArrayList<>();
        slugs.forEach((type, names) -> names.forEach(slug -> ids.add('"' + new GlobalId(type, slug).encode() + '"')));
        values.put("node.id", ids);
        values.put("nodes.ids", pairs(ids));
        for (GraphQLFieldDefinition field : schema.getQueryType().getFields()) {
            String type = QueryWalk.named(field.getType()).getName();
            if (field.getArgument("slug") != null) {
                values.put(field.getName() + ".slug", slugs.get(type).stream().map(slug -> '"' + slug + '"').toList());
            }
        }
        values.put("search.text",
                Stream.of("Lachin", "Armenia", "peace treaty", "ceasfire", "Aliyev Pashinyan", "a").map(text -> '"' + text + '"').toList());
        return values;
    }

    /** Lists of one slug and of two slugs of that type. */
    private List<String> lists(String type) {
        return pairs(slugs.get(type).stream().map(slug -> '"' + slug + '"').toList());
    }

    private static List<String> pairs(List<String> values) {
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            lists.add("[" + values.get(i) + "]");
            lists.add("[" + values.get(i) + ", " + values.get((i * 7 + 3) % values.size()) + "]");
        }
        return lists;
    }

    /** Cursors of each list, by type and field. */
    Map<String, List<String>> cursors(QueryWalk walk) {
        Map<String, List<String>> cursors = new HashMap<>();
        for (GraphQLObjectType type : walk.types()) {
            for (GraphQLFieldDefinition field : type.getFields()) {
                if (field.getArgument("after") != null && !QueryWalk.isStatistic(field)) {
                    String page = QueryWalk.join(walk.required(field), "first: 40");
                    cursors.put(type.getName() + "." + field.getName(),
                            GraphQlClient.data(walk.query(type, field, List.of(page))).findValuesAsText("cursor"));
                }
            }
        }
        return cursors;
    }

    static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(QueryWalk.named(field.getType()));
    }
}
