package org.parley.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.ShippedPostgres;

/** The same questions asked of what is deployed, the jar or the native executable, over a plain PostgreSQL that its own commands filled. */
@QuarkusIntegrationTest
@WithTestResource(ShippedPostgres.class)
class GoldenQueriesIT extends GoldenQueriesTest {
}
