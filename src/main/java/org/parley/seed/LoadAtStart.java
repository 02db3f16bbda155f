package org.parley.seed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import org.parley.fault.Failure;
import org.parley.seed.write.SeedLoader;

/** Loads the data set at start, where a folder is configured: in dev and test. */
@ApplicationScoped
class LoadAtStart {

    private final SeedConfig config;
    private final SeedLoader loader;

    LoadAtStart(SeedConfig config, SeedLoader loader) {
        this.config = config;
        this.loader = loader;
    }

    void onStart(@Observes StartupEvent start) {
        config.loadAtStart().ifPresent(this::load);
    }

    /** Where the database takes no changes, the service serves what is there. */
    private void load(Path folder) {
        try {
            Log.infof("Data set %s loaded: %s", folder, loader.load(folder));
        } catch (RuntimeException e) {
            if (!Failure.isReadOnly(e)) {
                throw e;
            }
            Log.warnf("Data set %s not loaded: the database is read-only", folder);
        }
    }
}
