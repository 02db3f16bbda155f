package org.parley.http;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.deploy.PlainPostgres;

/** The same requests sent to what is deployed, the jar or the native executable. */
@QuarkusIntegrationTest
@WithTestResource(PlainPostgres.class)
class HostileIT extends HostileTest {

    /** The service is a process of its own, whose memory is not seen from here. */
    @Override
    long used() {
        return 0;
    }
}
