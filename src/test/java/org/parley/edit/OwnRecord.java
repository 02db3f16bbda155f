package org.parley.edit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.parley.rights.Provider;

/** A service with a database of its own, which these tests write into, and answers that are kept as in production. */
public class OwnRecord implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Provider.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.http.kept-bytes", "1000000");
    }
}
