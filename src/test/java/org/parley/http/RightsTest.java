package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.http.RawClient.Reply;
import org.parley.rights.Provider;
import org.parley.rights.WrongToken;

/** Who is who: a token that the provider signed is taken, and no other, also by those who only read. */
@QuarkusTest
@WithTestResource(Provider.class)
class RightsTest {

    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";
    private static final String PARAMETERS = "?query=%7B%20dataset%20%7B%20revision%20%7D%20%7D";

    @TestHTTPResource("/graphql")
    URI service;

    private List<Reply> ask(String... headers) throws IOException {
        return List.of(RawClient.send(service, post(BODY, headers)), RawClient.send(service, get("GET", PARAMETERS, headers)),
                RawClient.send(service, get("GET", "/schema.graphql", headers)));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    @Test
    void readingNeedsNoToken() throws IOException {
        for (Reply reply : ask()) {
            assertEquals(200, reply.status(), reply.toString());
            assertNull(reply.headers().get("www-authenticate"));
        }
    }

    @Test
    void aRightTokenIsTaken() throws IOException {
        for (String header : List.of(bearer(Provider.token("alice")), "authorization: bearer   " + Provider.token("bob", "editor"))) {
            for (Reply reply : ask(header)) {
                assertEquals(200, reply.status(), reply.toString());
            }
        }
    }

    @Test
    void credentialsOfAnotherKindAreSomebodyElses() throws IOException {
        for (Reply reply : ask("Authorization: Basic YWxpY2U6c2VjcmV0")) {
            assertEquals(200, reply.status(), reply.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTokenIsNot(WrongToken wrong) throws IOException {
        for (Reply reply : ask(bearer(wrong.token()))) {
            assertEquals(401, reply.status(), reply.toString());
            assertEquals("UNAUTHENTICATED", reply.code());
            assertEquals("Bearer error=\"invalid_token\"", reply.headers().get("www-authenticate"));
        }
    }

    @Test
    void theLogSaysWhoAsked() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger("org.parley.request");
        Handler handler = new LogLines(lines);
        log.addHandler(handler);
        try {
            RawClient.send(service, post(BODY, bearer(Provider.token("alice\nforged"))));
            RawClient.send(service, post(BODY));
            for (int i = 0; i < 100 && lines.size() < 2; i++) {
                Thread.sleep(20);
            }
        } finally {
            log.removeHandler(handler);
        }
        assertEquals(1, lines.stream().filter(line -> line.contains(" editor=alice?forged")).count(), lines.toString());
        assertEquals(1, lines.stream().filter(line -> !line.contains("editor=")).count(), lines.toString());
    }

    @Test
    void aNewKeyOfTheProvidersIsFetched() throws Exception {
        String old = Provider.token("alice");
        Thread.sleep(1_100);
        Provider.rotate();
        for (String token : List.of(Provider.token("alice"), Provider.token("bob"))) {
            assertEquals(200, RawClient.send(service, post(BODY, bearer(token))).status());
        }
        int given = Provider.keysGiven();
        assertEquals(401, RawClient.send(service, post(BODY, bearer(old))).status(), "its key has been withdrawn");
        assertEquals(given, Provider.keysGiven(), "an unknown key makes the service ask again and again");
    }

    /** What is checked by keys that are known needs no provider. */
    @Test
    void aProviderThatIsAwayIsNotMissed() throws IOException {
        Provider.halt();
        try {
            for (Reply reply : ask(bearer(Provider.token("alice")))) {
                assertEquals(200, reply.status(), reply.toString());
            }
            assertEquals(401, RawClient.send(service, post(BODY, bearer(WrongToken.FORGED.token()))).status());
        } finally {
            Provider.restart();
        }
        assertTrue(RawClient.send(service, post(BODY, bearer(Provider.token("alice")))).status() == 200);
    }
}
