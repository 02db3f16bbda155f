package org.parley.http;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.PlainPostgres;

/** The same requests sent to the packaged service, the JAR or the native executable. */
@QuarkusIntegrationTest
@WithTestResource(PlainPostgres.class)
class MalformedRequestsIT extends MalformedRequestsTest {

    /** The service is another process, whose heap is not visible. */
    @Override
    long used() {
        return 0;
    }
}
