package org.parley.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.PlainPostgres;

/** The packaged service has the same schema. */
@QuarkusIntegrationTest
@WithTestResource(PlainPostgres.class)
class SchemaIT extends SchemaTest {
}
