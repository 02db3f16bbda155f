package org.parley.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.parley.auth.TestIdentityProvider;

/** An HTTP client with an editor's token. */
final class EditingClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String token;

    EditingClient(String name) {
        this(name, "editor");
    }

    EditingClient(String name, String role) {
        token = TestIdentityProvider.token(name, role);
    }

    /** The answer; null where there is none. */
    JsonNode ask(URI address, String document, Map<String, ?> variables, String... headers) throws InterruptedException {
        try {
            return JSON.readTree(send(address, document, variables, headers).body());
        } catch (IOException lost) {
            return null;
        }
    }

    HttpResponse<String> send(URI address, String document, Map<String, ?> variables, String... headers)
            throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
