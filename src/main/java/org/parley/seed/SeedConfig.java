package org.parley.seed;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What can be set of loading. */
@ConfigMapping(prefix = "parley.seeds")
public interface SeedConfig {

    /** The folder of a data set that is loaded at every start; a fault in it stops the start. */
    Optional<Path> loadAtStart();
}
