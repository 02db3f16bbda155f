package org.parley.mutation;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.auth.TestIdentityProvider;

/** A client that sends mutations with its own token, and reads at least the newest revision that any editor has seen. */
record Editor(String name, String... roles) {

    static final Editor ANA = new Editor("ana", "editor");
    static final Editor BEN = new Editor("ben", "editor");
    static final Editor CURATOR = new Editor("clara", "curator");
    static final Editor READER = new Editor("rita");
    static final Editor NOBODY = new Editor(null);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The newest revision that any editor has read. */
    private static final AtomicLong SEEN = new AtomicLong();

    /** Makes all editors read at least this revision, which no response of theirs contained. */
    static void requireRevision(long revision) {
        SEEN.accumulateAndGet(revision, Math::max);
    }

    RequestSpecification request() {
        return name == null ? given() : given().auth().oauth2(TestIdentityProvider.token(name, roles));
    }

    /** Returns the whole response, with errors. */
    JsonNode send(String document, Map<String, ?> variables) {
        Response response = request().contentType("application/json").header("Parley-Min-Revision", SEEN)
                .body(Map.of("query", document, "variables", variables)).post("/graphql");
        String revision = response.header("Parley-Revision");
        SEEN.accumulateAndGet(revision == null ? 0 : Long.parseLong(revision), Math::max);
        try {
            return JSON.readTree(response.then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + response.asString(), e);
        }
    }

    JsonNode send(String document) {
        return send(document, Map.of());
    }

    /** Returns the data of a response without errors. */
    JsonNode data(String document, Map<String, ?> variables) {
        JsonNode answer = send(document, variables);
        if (answer.has("errors")) {
            throw new AssertionError(document + " answered " + answer.get("errors"));
        }
        return answer.get("data");
    }

    JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** Returns the only error of a response without data. */
    JsonNode error(String document, Map<String, ?> variables) {
        JsonNode answer = send(document, variables);
        if (answer.path("errors").size() != 1) {
            throw new AssertionError(document + " answered " + answer);
        }
        return answer.at("/errors/0");
    }

    JsonNode error(String document) {
        return error(document, Map.of());
    }
}
