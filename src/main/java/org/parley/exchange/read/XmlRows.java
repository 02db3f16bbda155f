package org.parley.exchange.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of one name in an XML file. A child element is a value by its name, an attribute one by its name after `@`, and the
 * text of an element with attributes or children one named `#text`. Document types are rejected, so that there are no entities to expand.
 */
final class XmlRows {

    static final String TEXT = "#text";
    private static final int MAX_DEPTH = 100;

    private final XMLStreamReader reader;

    private XmlRows(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Reads the elements in the encoding that the XML declaration names, unless another one is given. */
    static void read(InputStream input, Charset encoding, String element, Consumer<ForeignRow> rows) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            new XmlRows(encoding == null ? factory.createXMLStreamReader(input)
                    : factory.createXMLStreamReader(TextEncoding.open(input, encoding))).read(element, rows);
        } catch (XMLStreamException e) {
            throw new ForeignFileException(e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                    "is not valid XML: " + String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", ""));
        }
    }

    private void read(String element, Consumer<ForeignRow> rows) throws XMLStreamException {
        int number = 1;
        while (reader.hasNext()) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            if (event == XMLStreamConstants.DTD) {
                throw new ForeignFileException(line, "has a document type; remove <!DOCTYPE ...>");
            }
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(element)) {
                rows.accept(new ForeignRow(number++, () -> line, value(0)));
            }
        }
    }

    /** Reads the element that has just begun. */
    private JsonNode value(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new ForeignFileException(reader.getLocation().getLineNumber(), "has elements nested more than " + MAX_DEPTH + " deep");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            object.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                add(object, name, value(depth + 1));
            } else if (reader.isCharacters() && text.length() + reader.getTextLength() <= ForeignFile.MAX_CELL) {
                text.append(reader.getText());
            } else if (reader.isCharacters()) {
                throw new ForeignFileException(reader.getLocation().getLineNumber(),
                        "has a text of more than " + ForeignFile.MAX_CELL + " characters; shorten it");
            }
        }
        String words = text.toString().replaceAll("\\s+", " ").strip();
        return object.isEmpty() ? TextNode.valueOf(words) : words.isEmpty() ? object : object.put(TEXT, words);
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        if (object.has(name)) {
            JsonNode before = object.get(name);
            (before.isArray() ? object.withArrayProperty(name) : object.putArray(name).add(before)).add(value);
        } else {
            object.set(name, value);
        }
    }
}
