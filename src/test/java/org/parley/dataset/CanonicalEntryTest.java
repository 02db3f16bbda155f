package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.check.Schemas;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** Tests that the canonical form of an entry is equal in meaning to what was written, and unique. */
class CanonicalEntryTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The keys of dates, where a number is text, as in the values of attestations. */
    private static final Set<String> TEXTS = Set.of("date", "from", "to", "published", "edtf", "reading", "value", "reads", "printed");

    @Test
    void whatTheFilesSayIsKept() {
        List<Object> faults = new ArrayList<>();
        EntryFiles folder = DataSetFolder.read(Path.of("seeds"), faults::add);
        assertEquals(List.of(), faults);
        DataSet data = DataSet.of(folder);
        for (Kind kind : Kind.values()) {
            List<Entry> entries = folder.entries(kind).toList();
            List<CanonicalEntry> seeds = data.of(kind).stream().filter(entry -> !Points.isPoint(entry)).toList();
            assertEquals(entries.size(), seeds.size());
            for (int i = 0; i < seeds.size(); i++) {
                ObjectNode canonical = seeds.get(i).json();
                assertEquals(plain("", entries.get(i).node()), plain("", canonical));
                assertEquals(seeds.get(i).text(), text(kind, CanonicalEntry.read(seeds.get(i).text())), "read again");
            }
        }
    }

    /** Removes false values and simplifies dates. */
    private static JsonNode plain(String key, JsonNode written) {
        if (written.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            written.properties().stream().filter(property -> !property.getValue().equals(JsonNodeFactory.instance.booleanNode(false)))
                    .forEach(property -> object.set(property.getKey(), plain(property.getKey(), property.getValue())));
            return object;
        }
        if (written.isArray()) {
            return JsonNodeFactory.instance.arrayNode()
                    .addAll(StreamSupport.stream(written.spliterator(), false).map(item -> plain(key, item)).toList());
        }
        return TEXTS.contains(key) && written.isNumber() ? TextNode.valueOf(written.asText()) : written;
    }

    /** The keys of every object are in the order of the schemas. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void keysStandInTheOrderOfTheSchemas(Kind kind) {
        List<Object> faults = new ArrayList<>();
        DataSet data = DataSet.of(DataSetFolder.read(Path.of("seeds"), faults::add));
        assertEquals(List.of(), faults);
        List<CanonicalEntry> seeds = data.of(kind).stream().filter(entry -> !Points.isPoint(entry)).toList();
        assertTrue(!seeds.isEmpty());
        String file = kind.folder() + ".json";
        seeds.forEach(seed -> assertOrder(file, Schemas.tree(file).at("/$defs/" + kind.word()), seed.json()));
    }

    private static void assertOrder(String file, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            String[] reference = schema.get("$ref").textValue().split("#");
            String target = reference[0].isEmpty() ? file : reference[0];
            assertOrder(target, Schemas.tree(target).at(reference[1]), value);
        } else if (value.isArray()) {
            value.forEach(item -> assertOrder(file, schema.get("items"), item));
        } else if (value.isObject()) {
            List<String> keys = new ArrayList<>();
            schema.get("properties").fieldNames().forEachRemaining(keys::add);
            List<String> found = new ArrayList<>();
            value.fieldNames().forEachRemaining(found::add);
            keys.retainAll(found);
            assertEquals(keys, found);
            found.forEach(key -> assertOrder(file, schema.at("/properties/" + key), value.get(key)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "EVENT | {'date': 2023, 'alleged': false, 'issues': [], 'slug': 'a'} | {'slug':'a','date':'2023'}",
            "EVENT | {'slug': 'a', 'date': {'inferred': false, 'edtf': 2023}, 'alleged': true} | {'slug':'a','date':'2023','alleged':true}",
            "EVENT | {'slug': 'a', 'date': {'inferred': true, 'edtf': '2023'}} | {'slug':'a','date':{'edtf':'2023','inferred':true}}",
            "EVENT | {'slug': 'a', 'date': {'inferred': true, 'reading': '2023', 'edtf': 'XXXX'}} | {'slug':'a','date':{'edtf':'XXXX','reading':'2023'}}",
            "FIGURE | {'value': 94.0, 'slug': 'a', 'printed': '94'} | {'slug':'a','printed':'94','value':94}",
            "FIGURE | {'slug': 'a', 'value': 10000000000} | {'slug':'a','value':10000000000}",
            "FIGURE | {'slug': 'a', 'value': 1.5, 'by': null} | {'slug':'a','value':1.5}",
            "SOURCE | {'footnotes': 0, 'paragraphs': 9, 'slug': 'a'} | {'slug':'a','paragraphs':9,'footnotes':0}",
            "STATEMENT | {'points': [{'issue': 'b', 'voice': 'HEARSAY'}], 'issues': ['c'], 'slug': 'a'} | {'slug':'a','issues':['c'],'points':[{'issue':'b','voice':'HEARSAY'}]}",
            "MEETING | {'slug': 'a', 'participations': [{'office': 'o', 'inferred': false, 'actor': 'b'}]} | {'slug':'a','participations':[{'actor':'b','office':'o'}]}"})
    void oneTextHoweverItIsWritten(Kind kind, String written, String text) throws Exception {
        assertEquals(text.replace('\'', '"'), text(kind, JSON.readTree(written.replace('\'', '"'))));
    }

    private static String text(Kind kind, JsonNode entry) {
        EntryFile file = new EntryFile(kind, "file", JsonNodeFactory.instance.arrayNode().add(entry), pointer -> 0);
        return DataSet.of(EntryFiles.of(List.of(file))).of(kind).get(0).text();
    }
}
