package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same about the data set on Colombia and the FARC-EP. */
@QuarkusTest
@TestProfile(ColombiaDataSet.class)
class ColombiaEncountersTest extends EncountersTest {
}
