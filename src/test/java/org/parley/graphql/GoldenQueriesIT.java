package org.parley.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.ShippedPostgres;

/** The same queries sent to the packaged service, the JAR or the native executable, with a plain PostgreSQL filled by its commands. */
@QuarkusIntegrationTest
@WithTestResource(ShippedPostgres.class)
class GoldenQueriesIT extends GoldenQueriesTest {
}
