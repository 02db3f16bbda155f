package org.parley.dataset;

import io.quarkus.arc.Arc;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.dataset.load.DataSetLoader;

/** Loads the data set of the tests before each test and after the class. Must follow `@QuarkusTest`. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ReloadsDataSet.Reload.class)
public @interface ReloadsDataSet {

    final class Reload implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            load();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            load();
        }

        private static void load() {
            Arc.container().instance(DataSetLoader.class).get().load(SeedCopy.DATA_SET);
        }
    }
}
