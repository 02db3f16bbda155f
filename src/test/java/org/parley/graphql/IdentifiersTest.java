package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Records are found by the identifiers that other registers give them. */
@QuarkusTest
class IdentifiersTest {

    static final String FIND = """
            { byIdentifier(scheme: "%s", value: "%s"%s) { ... on Attested { slug identifiers { scheme value url } } } }""";

    static JsonNode find(String scheme, String value) {
        return find(scheme, value, "");
    }

    static JsonNode find(String scheme, String value, String more) {
        return GraphQlClient.data(String.format(Locale.ROOT, FIND, scheme, value, more)).get("byIdentifier");
    }

    @Test
    void findsTheRecordOfAnyKind() {
        assertEquals("""
                [{"slug":"armenia","identifiers":[\
                {"scheme":"wikidata","value":"Q399","url":"https://www.wikidata.org/wiki/Q399"},\
                {"scheme":"iso3166-1","value":"AM","url":"https://www.iso.org/obp/ui/#iso:code:3166:AM"},\
                {"scheme":"iso3166-1","value":"ARM","url":null}]}]""", find("wikidata", "Q399").toString());
        assertEquals("yerevan", find("wikidata", "Q1953").at("/0/slug").asText());
        assertEquals("https://register.example/m/715", find("example-register", "m-715").at("/0/identifiers/0/url").asText());
    }

    @Test
    void findsNeitherSourcesNorOtherSpellings() {
        assertEquals(0, find("doi", "10.5555/approaches.2021.4").size());
        assertEquals(0, find("wikidata", "q399").size());
        assertEquals("10.5555/approaches.2021.4",
                GraphQlClient.data("{ source(slug: \"russias-approaches-towards-armenia-and-azerbaijan\") { identifiers { value } } }")
                        .findValue("value").asText());
    }
}
