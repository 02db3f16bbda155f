package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Uses the shipped data set instead of that of the tests. */
public class ShippedDataSet implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.seeds.load-at-start", "seeds");
    }
}
