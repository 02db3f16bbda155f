package org.parley.deploy;

import java.nio.file.Path;

/** A plain PostgreSQL filled with the data set that ships with the service. */
public class ShippedPostgres extends PlainPostgres {

    @Override
    Path dataSet() {
        return Path.of("seeds");
    }
}
