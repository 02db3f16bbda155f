package org.parley.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.parley.fault.BadUserInputException;

/**
 * Writes <a href="http://graphml.graphdrawing.org/specification.html">GraphML</a>: each row is an edge between the first two actors of the
 * row, and each actor a node. Edges of `Encounter` have no direction; others lead from the first to the second actor.
 */
final class GraphMlWriter {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String ACTOR = "Actor";
    private static final List<String> KEYS = List.of("slug", "id");
    private static final Pattern NO_XML = Pattern.compile("[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Table table;
    private final TableField source;
    private final TableField target;
    private final XMLStreamWriter xml;
    /** The name of the field that identifies both actors. */
    private final String key;
    /** The attributes of each node, by its id and their keys. Those of an actor are in all its rows, at either end. */
    private final Map<Object, Map<String, Object>> nodes = new LinkedHashMap<>();
    /** The keys of the attributes of nodes, by name. */
    private final Map<String, String> nodeKeys = new HashMap<>();
    /** The columns of both actors, and those of edges under null. */
    private final Map<TableField, List<TableColumn>> columns = new HashMap<>();

    private GraphMlWriter(Table table, XMLStreamWriter xml) {
        List<TableField> actors = actors(table.rows());
        if (actors.size() < 2) {
            throw new BadUserInputException(
                    "GraphML needs a list whose items have two actors, each with its slug or id; send a query such as "
                            + "{ encounters(first: 100) { nodes { actor { slug name } counterpart { slug name } meetings } } }");
        }
        this.table = table;
        this.source = actors.get(0);
        this.target = actors.get(1);
        this.key = KEYS.stream().filter(each -> source.fields.containsKey(each) && target.fields.containsKey(each)).findFirst()
                .orElseThrow(() -> new BadUserInputException(
                        "GraphML needs the same key of both actors; select slug, or id, in " + source.key + " and in " + target.key));
        this.xml = xml;
    }

    /** Whether the items of a list have two actors with a key. */
    static boolean isListOfPairs(TableField list) {
        return actors(list).size() >= 2;
    }

    private static List<TableField> actors(TableField row) {
        return row.children().stream().flatMap(field -> field.unnamed ? field.children().stream() : Stream.of(field))
                .filter(field -> ACTOR.equals(field.type) && !field.list && KEYS.stream().anyMatch(field.fields::containsKey)).toList();
    }

    static void write(Table table, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new GraphMlWriter(table, xml).write();
            xml.flush();
        } catch (XMLStreamException e) {
            throw asIo(e);
        }
    }

    private static IOException asIo(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }

    private void write() throws XMLStreamException, IOException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (TableColumn column : table.columns()) {
            TableField actor = actorOf(column);
            columns.computeIfAbsent(actor, first -> new ArrayList<>()).add(column);
            writeKey(column, actor);
        }
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", String.valueOf(table.rows().type).startsWith("Encounter") ? "undirected" : "directed");
        table.forEachRow(this::addNodes);
        for (Map.Entry<Object, Map<String, Object>> node : nodes.entrySet()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", node.getKey().toString());
            for (Map.Entry<String, Object> attribute : node.getValue().entrySet()) {
                writeData(attribute.getKey(), attribute.getValue());
            }
            xml.writeEndElement();
        }
        table.forEachRow(cells -> {
            try {
                writeEdge(cells);
            } catch (XMLStreamException e) {
                throw asIo(e);
            }
        });
        xml.writeEndDocument();
    }

    /** Declares an attribute of edges, or of nodes for a column of an actor. The attributes of both actors are those of the first. */
    private void writeKey(TableColumn column, TableField actor) throws XMLStreamException {
        if (actor != null && nodeKeys.putIfAbsent(attribute(column, actor), "n" + nodeKeys.size()) != null) {
            return;
        }
        String id = actor == null ? edgeKey(column) : nodeKeys.get(attribute(column, actor));
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", id);
        xml.writeAttribute("for", actor == null ? "edge" : "node");
        xml.writeAttribute("attr.name", actor == null ? column.name() : attribute(column, actor));
        xml.writeAttribute("attr.type", column.many() ? "string" : switch (column.field().type) {
            case "Int" -> "int";
            case "Float" -> "double";
            case "Boolean" -> "boolean";
            default -> "string";
        });
    }

    private TableField actorOf(TableColumn column) {
        return Stream.of(source, target).filter(actor -> contains(actor, column.field())).findFirst().orElse(null);
    }

    private static boolean contains(TableField field, TableField leaf) {
        return field == leaf || field.children().stream().anyMatch(child -> contains(child, leaf));
    }

    /** Returns the name of a column below its actor: `name` for `counterpart.name`. */
    private static String attribute(TableColumn column, TableField actor) {
        return column.name().substring(column.name().indexOf(actor.key + ".") + actor.key.length() + 1);
    }

    private static String edgeKey(TableColumn column) {
        return "e" + column.field().column;
    }

    private Object id(TableField actor, Object[] cells) {
        return cells[actor.fields.get(key).column];
    }

    private void addNodes(Object[] cells) {
        for (TableField actor : List.of(source, target)) {
            Object id = id(actor, cells);
            if (id != null) {
                Map<String, Object> attributes = nodes.computeIfAbsent(id, first -> new TreeMap<>());
                columns.get(actor)
                        .forEach(column -> attributes.putIfAbsent(nodeKeys.get(attribute(column, actor)), cells[column.field().column]));
            }
        }
    }

    private void writeEdge(Object[] cells) throws XMLStreamException {
        if (id(source, cells) == null || id(target, cells) == null) {
            return;
        }
        xml.writeStartElement("edge");
        xml.writeAttribute("source", id(source, cells).toString());
        xml.writeAttribute("target", id(target, cells).toString());
        for (TableColumn column : columns.getOrDefault(null, List.of())) {
            writeData(edgeKey(column), cells[column.field().column]);
        }
        xml.writeEndElement();
    }

    private void writeData(String key, Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(NO_XML.matcher(CellText.of(value)).replaceAll("\uFFFD"));
            xml.writeEndElement();
        }
    }
}
