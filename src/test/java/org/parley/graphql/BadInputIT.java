package org.parley.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.PlainPostgres;

/** The same input sent to the packaged service, the JAR or the native executable. */
@QuarkusIntegrationTest
@WithTestResource(PlainPostgres.class)
class BadInputIT extends BadInputTest {
}
