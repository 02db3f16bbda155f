package org.parley.dataset.load;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ClientError;

/** Loads a data set at start if a folder is configured, as in dev and test mode. A fault prevents the start. */
@ApplicationScoped
class LoadAtStart {

    private final Optional<Path> folder;
    private final DataSetLoader loader;

    LoadAtStart(@ConfigProperty(name = "parley.seeds.load-at-start") Optional<Path> folder, DataSetLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    void onStart(@Observes StartupEvent start) {
        folder.ifPresent(this::load);
    }

    /** Ignores the data set if the database is read-only. */
    private void load(Path folder) {
        try {
            Log.infof("Data set %s loaded: %s", folder, loader.load(folder));
        } catch (RuntimeException e) {
            if (!ClientError.isReadOnly(e)) {
                throw e;
            }
            Log.warnf("Data set %s not loaded: the database is read-only", folder);
        }
    }
}
