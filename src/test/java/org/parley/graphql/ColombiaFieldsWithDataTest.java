package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same for the data set on Colombia and the FARC-EP. */
@QuarkusTest
@TestProfile(ColombiaDataSet.class)
class ColombiaFieldsWithDataTest extends FieldsWithDataTest {

    @Override
    String file() {
        return "empty-in-colombia.txt";
    }
}
