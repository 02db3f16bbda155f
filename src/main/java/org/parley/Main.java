package org.parley;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.parley.fault.DeclinedException;
import org.parley.fault.Failure;
import org.parley.seed.dump.DumpFormat;
import org.parley.seed.dump.Dumper;
import org.parley.seed.entry.DataSet;
import org.parley.seed.foreign.Import;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.write.SeedLoader;

/** The service, and its commands. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final String MIGRATE = "migrate";
    private static final String CHECK = "check DIR";
    private static final String LOAD = "load DIR";
    private static final String DUMP = "dump DIR [--format FORMAT]";
    private static final String POPOLO = "import popolo FILE --source SLUG [--locator WHERE] [--into DIR] [--dry-run]";
    private static final String MEETINGS = "import meetings FILE --source SLUG [--into DIR] [--dry-run]";
    private static final String USAGE = """
            Usage:
              (nothing)    serve
              migrate      bring the database's tables up to date
              check DIR    tell every fault of the data set in that folder; needs no database
              load DIR     check it, and bring it into the database in one transaction
              dump DIR [--format yaml|jsonl|csv]
                           write all records into a new folder: as the data set that load reads (yaml), or for others to read
              import popolo FILE.json --source SLUG [--locator WHERE] [--into DIR] [--dry-run]
              import meetings FILE.csv --source SLUG [--into DIR] [--dry-run]
                           check foreign records together with the data set in the folder (seeds), and write those that are new into
                           a file of their own there, to be reviewed and loaded; needs no database""";
    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;

    @Inject
    Provider<Flyway> flyway;

    @Inject
    Provider<SeedLoader> loader;

    @Inject
    Provider<Dumper> dumper;

    public static void main(String... args) {
        // Libraries write numbers and messages by the locale of the process, whatever they are asked: answers and logs are English. They
        // also carry days as moments of the process's time zone, and zones skip days: 31 December 1994 is none on Kiritimati.
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Arguments given = Arguments.of(args);
        if (given.fit(CHECK)) {
            System.exit(telling(() -> Console.print(DataSet.read(Path.of(given.word(1))).size() + " records, no fault")));
        }
        if (given.fit(POPOLO) || given.fit(MEETINGS)) {
            System.exit(telling(() -> bringIn(given)));
        }
        if (args.length > 0) {
            if (Stream.of(MIGRATE, LOAD, DUMP).noneMatch(given::fit) || given.fit(DUMP) && format(given).isEmpty()) {
                Console.warn(USAGE);
                System.exit(MISUSED);
            }
            // A command answers nobody, and its statements take the time they need.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.shutdown.delay", "0");
            System.setProperty("parley.change.watch", "false");
            System.setProperty("parley.http.warm-up", "0s");
            System.setProperty("parley.start.purpose", given.fit(MIGRATE) ? "migrate" : "command");
            System.setProperty("quarkus.datasource.jdbc.new-connection-sql",
                    "set statement_timeout = 0; set idle_in_transaction_session_timeout = '5min'; ${parley.database.session}");
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
        }
        Quarkus.run(Main.class, args);
    }

    @Override
    public int run(String... args) {
        Arguments given = Arguments.of(args);
        if (given.fit(MIGRATE)) {
            return telling(() -> Console.print(flyway.get().migrate().migrationsExecuted + " migrations applied"));
        }
        if (given.fit(LOAD)) {
            return telling(() -> Console.print(loader.get().load(Path.of(given.word(1))).table()));
        }
        if (given.fit(DUMP)) {
            return telling(() -> dump(Path.of(given.word(1)), format(given).orElseThrow()));
        }
        Quarkus.waitForExit();
        return DONE;
    }

    private void dump(Path folder, DumpFormat format) {
        Dumper.Report report = dumper.get().dump(folder, format);
        Console.print(report.records() + " records written to " + folder);
        report.refuseFaults();
    }

    private static void bringIn(Arguments given) {
        Path file = Path.of(given.word(2));
        Path folder = Path.of(given.option("--into", "seeds"));
        String source = given.option("--source", "");
        Import found = given.fit(POPOLO) ? Import.popolo(file, folder, source, given.option("--locator", "title"))
                : Import.meetings(file, folder, source);
        if (!given.isDryRun()) {
            found.write();
        }
        Console.print(found.report() + (given.isDryRun() ? "dry run: nothing was written\n" : ""));
    }

    private static Optional<DumpFormat> format(Arguments given) {
        return DumpFormat.of(given.option("--format", DumpFormat.YAML.word()));
    }

    private static int telling(Runnable command) {
        try {
            command.run();
            return DONE;
        } catch (FaultyDataException e) {
            Console.warn(e.getMessage());
            return FAULTY;
        } catch (FlywayException e) {
            Console.warn("The tables could not be brought up to date: " + cause(e));
            return FAULTY;
        } catch (RuntimeException e) {
            if (!Failure.isReadOnly(e)) {
                throw e;
            }
            Console.warn(DeclinedException.readOnly().getMessage());
            return FAULTY;
        }
    }

    /** What the database said, or the migrations did, in one line. */
    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
