package org.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graphql.Caller;
import org.parley.websocket.SocketClient;

/** The service with a real Keycloak, configured as in docs/operations.md, with the default intervals. */
@Tag("slow")
@QuarkusTest
@WithTestResource(Keycloak.class)
class KeycloakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "mutation ($slug: String!) { recordPlace(input: {slug: $slug, name: $slug}) { change { editor editorId } } }";
    private static final String RETRACT = "mutation ($slug: String!) { retractPlace(slug: $slug, revision: \"1\", why: \"x\") { revision } }";

    @TestHTTPResource("/graphql")
    URI service;

    private static Response post(String token, String document, String slug) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json")
                .body(Map.of("query", document, "variables", Map.of("slug", slug))).post("/graphql");
    }

    private static String code(String token, String document, String slug) {
        return String.valueOf((Object) post(token, document, slug).path("errors[0].extensions.code"));
    }

    /** With a group that is not a role. */
    @ParameterizedTest
    @CsvSource({"realm-editor", "client-editor", "client-curator"})
    void realmAndClientRolesPermitWriting(String user) {
        JsonNode claims = claims(Keycloak.token(user));
        Response answer = post(Keycloak.token(user), RECORD, "place-of-" + user);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(user, answer.path("data.recordPlace.change.editor"), answer.asString());
        assertEquals(Caller.id(claims.get("iss").asText(), claims.get("sub").asText()), answer.path("data.recordPlace.change.editorId"));
        try (SocketClient client = SocketClient.connect(service, SocketClient.PROTOCOL)
                .introduce(Map.of("Authorization", "Bearer " + Keycloak.token(user)))) {
            client.ask("1", RECORD, Map.of("slug", "second-place-of-" + user));
            assertEquals(user, client.hear().at("/payload/data/recordPlace/change/editor").asText());
        }
    }

    @Test
    void curatorIsAClientRole() {
        assertEquals("FORBIDDEN", code(Keycloak.token("client-editor"), RETRACT, "nowhere"));
        assertNotEquals("FORBIDDEN", code(Keycloak.token("client-curator"), RETRACT, "nowhere"));
    }

    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherTokensCannotWrite() throws Exception {
        RsaJsonWebKey trusted = TestIdentityProvider.newKey();
        String pem = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                .encodeToString(trusted.getRsaPrivateKey().getEncoded());
        Keycloak.addKeys("rsa", -1, Map.of("privateKey", "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----"));
        String modulus = Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned(trusted));
        JsonNode published = null;
        for (JsonNode key : Keycloak.keys(Keycloak.REALM)) {
            if (key.path("n").asText().equals(modulus)) {
                trusted.setKeyId(key.get("kid").asText());
                published = key;
            }
        }
        String hasty = Keycloak.signIn(Keycloak.REALM, "hasty-front", "realm-editor").get("access_token").asText();
        UnusualTokens odd = new UnusualTokens(Keycloak.token("realm-editor"), trusted, published);
        within(Duration.ofSeconds(10), () -> post(odd.right(trusted), RECORD, "by-the-odd-key").statusCode() == 200);

        Map<String, String> tokens = new LinkedHashMap<>(odd.all());
        JsonNode all = Keycloak.signIn(Keycloak.REALM, "front", "realm-editor");
        tokens.put("ID token", all.get("id_token").asText());
        tokens.put("refresh token", all.get("refresh_token").asText());
        tokens.put("ID token for the audience", Keycloak.signIn(Keycloak.REALM, "hasty-front", "realm-editor").get("id_token").asText());
        tokens.put("another audience", Keycloak.signIn(Keycloak.REALM, "front-of-another", "realm-editor").get("access_token").asText());
        tokens.put("another realm", Keycloak.signIn(Keycloak.FOREIGN_REALM, "front", "realm-editor").get("access_token").asText());
        tokens.put("the administrator", Keycloak.signIn("master", "admin-cli", "admin").get("access_token").asText());
        tokens.put("a role of another client, and a group of the role's name", Keycloak.token("reader"));
        tokens.put("expired", hasty);
        assertTrue(tokens.size() >= 60, tokens.size() + " tokens");
        List<String> wrong = new ArrayList<>();
        tokens.forEach((name, token) -> {
            Response answer = post(token, RECORD, "taken");
            boolean forbidden = answer.statusCode() == 200 && "FORBIDDEN".equals(answer.path("errors[0].extensions.code"));
            if (answer.statusCode() != 401 && !forbidden) {
                wrong.add(name + " over HTTP: " + answer.statusCode() + " " + answer.asString());
            }
            String heard = overWebSocket(token);
            if (!heard.equals("4403") && !heard.equals("FORBIDDEN")) {
                wrong.add(name + " over a WebSocket: " + heard);
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(List.of(),
                RestAssured.given().contentType("application/json")
                        .body(Map.of("query", "{ changes(filter: {slugs: [\"taken\"]}) { nodes { slug } } }")).post("/graphql")
                        .path("data.changes.nodes"));
    }

    private static byte[] unsigned(RsaJsonWebKey key) {
        byte[] bytes = key.getRsaPublicKey().getModulus().toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** Returns the close code, or the code of the error. */
    private String overWebSocket(String token) {
        try (SocketClient client = SocketClient.connect(service, SocketClient.PROTOCOL)) {
            client.say(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
            JsonNode answer = client.hearWithin(300);
            if (answer == null) {
                return String.valueOf(client.closed().code());
            }
            client.ask("1", RECORD, Map.of("slug", "taken"));
            JsonNode error = client.hear();
            return error.at("/payload/0/extensions/code").asText(error.toString());
        }
    }

    /** The service fetches keys by itself: no token of the newest key is sent while the old one is withdrawn. */
    @Test
    void newKeysAreAcceptedAndWithdrawnKeysRejected() throws InterruptedException {
        String old = Keycloak.token("client-editor");
        assertEquals(200, post(old, RECORD, "by-the-old-key").statusCode());
        Keycloak.addKeys("rsa-generated", 1000, Map.of());
        String renewed = Keycloak.token("client-editor");
        assertNotEquals(kid(old), kid(renewed));
        within(Duration.ofSeconds(10), () -> post(renewed, RECORD, "by-the-new-key").statusCode() == 200);
        assertEquals(200, post(old, RECORD, "by-both-keys").statusCode(), "it is still published");
        Keycloak.withdrawKey(kid(old));
        within(Duration.ofSeconds(40), () -> post(old, RECORD, "by-the-withdrawn-key").statusCode() == 401);
        assertEquals(200, post(renewed, RECORD, "by-the-key-that-stays").statusCode());
    }

    private static String kid(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0])).get("kid").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void within(Duration time, BooleanSupplier expected) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!expected.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + time);
            Thread.sleep(200);
        }
    }
}
