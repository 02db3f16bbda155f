package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The data set that ships with the service in place of the tests' own. */
public class ShippedDataSet implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.seeds.load-at-start", "seeds");
    }
}
