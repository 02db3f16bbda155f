package org.parley.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.PlainPostgres;

/** The schema of what is deployed is the same. */
@QuarkusIntegrationTest
@WithTestResource(PlainPostgres.class)
class SchemaIT extends SchemaTest {
}
