package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The data set on Colombia and the FARC-EP in place of the tests' own. */
public class ColombiaDataSet implements QuarkusTestProfile {

    public static final String FOLDER = "datasets/colombia-farc-ep";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.seeds.load-at-start", FOLDER);
    }
}
