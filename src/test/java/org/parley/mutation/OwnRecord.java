package org.parley.mutation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.parley.auth.TestIdentityProvider;

/** A service with its own database to write to, and the response cache as in production. */
public class OwnRecord implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestIdentityProvider.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.http.response-cache-bytes", "1000000");
    }
}
