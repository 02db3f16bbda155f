package org.parley.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.SocketClient;

/** A packaged service with the shipped data set and an identity provider. */
public final class DeployedService implements AutoCloseable {

    private final TestIdentityProvider provider = new TestIdentityProvider();
    private final ShippedPostgres postgres = new ShippedPostgres();
    private final PackagedService service;
    private final EditingClient client;

    public DeployedService() {
        Map<String, String> settings = new HashMap<>(provider.start());
        settings.put("parley.explorer.sign-in.client-id", "explorer");
        try {
            client = new EditingClient("ana");
            postgres.start();
            service = PackagedService.serve(postgres.environment(settings));
        } catch (RuntimeException | Error e) {
            stopWhatItNeeds();
            throw e;
        }
    }

    private void stopWhatItNeeds() {
        postgres.stop();
        provider.stop();
    }

    /** Its base address, without a path. */
    public String address() {
        return service.address.toString();
    }

    private URI graphql() {
        return service.address.resolve("/graphql");
    }

    /** The answer to an editor's client. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        try {
            JsonNode answer = client.ask(graphql(), document, variables);
            if (answer == null) {
                throw new AssertionError("no answer to " + document);
            }
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SocketClient connect() {
        return SocketClient.connect(graphql(), SocketClient.PROTOCOL);
    }

    /** What the service wrote to its log. */
    public String log() {
        return service.said();
    }

    @Override
    public void close() {
        service.close();
        stopWhatItNeeds();
    }
}
