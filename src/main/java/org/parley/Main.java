package org.parley;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.write.SeedLoader;
import org.parley.store.TablesCheck;

/** The service, and its commands. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final String USAGE = """
            Usage:
              (nothing)    serve
              migrate      bring the database's tables up to date
              check DIR    tell every fault of the data set in that folder; needs no database
              load DIR     check it, and bring it into the database in one transaction""";
    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;

    @Inject
    Provider<Flyway> flyway;

    @Inject
    Provider<SeedLoader> loader;

    @Inject
    @Readiness
    TablesCheck tables;

    public static void main(String... args) {
        if (is("check", 2, args)) {
            System.exit(telling(() -> System.out.println(DataSet.read(Path.of(args[1])).size() + " records, no fault")));
        }
        if (args.length > 0) {
            if (!is("migrate", 1, args) && !is("load", 2, args)) {
                System.err.println(USAGE);
                System.exit(MISUSED);
            }
            // A command answers nobody, and its statements take the time they need.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.shutdown.delay", "0");
            System.setProperty("parley.change.watch", "false");
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c statement_timeout=0");
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
        }
        Quarkus.run(Main.class, args);
    }

    @Override
    public int run(String... args) {
        if (is("migrate", 1, args)) {
            System.out.println(flyway.get().migrate().migrationsExecuted + " migrations applied");
            return DONE;
        }
        if (tables.behind()) {
            System.err.println(TablesCheck.BEHIND);
            return FAULTY;
        }
        if (is("load", 2, args)) {
            return telling(() -> System.out.print(loader.get().load(Path.of(args[1])).table()));
        }
        Quarkus.waitForExit();
        return DONE;
    }

    private static boolean is(String command, int length, String... args) {
        return args.length == length && args[0].equals(command);
    }

    private static int telling(Runnable command) {
        try {
            command.run();
            return DONE;
        } catch (FaultyDataException e) {
            System.err.println(e.getMessage());
            return FAULTY;
        }
    }
}
