package org.parley;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.parley.fault.DeclinedException;
import org.parley.fault.Failure;
import org.parley.fault.RecordedText;
import org.parley.seed.Progress;
import org.parley.seed.dump.DumpFormat;
import org.parley.seed.dump.Dumper;
import org.parley.seed.entry.DataSet;
import org.parley.seed.foreign.Import;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.UnusablePathException;
import org.parley.seed.read.UsablePath;
import org.parley.seed.write.CommitUnknownException;
import org.parley.seed.write.SeedLoader;
import org.parley.store.ServiceRole;
import org.parley.store.ServiceRoleException;

/** The service, and its commands. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final String MIGRATE = "migrate";
    private static final String CHECK = "check DIR [--quiet]";
    private static final String LOAD = "load DIR [--quiet]";
    private static final String DUMP = "dump DIR [--format FORMAT] [--quiet]";
    private static final String POPOLO = "import popolo FILE --source SLUG [--locator WHERE] [--into DIR] [--dry-run] [--quiet]";
    private static final String MEETINGS = "import meetings FILE --source SLUG [--into DIR] [--dry-run] [--quiet]";
    private static final List<String> FORMS = List.of(MIGRATE, CHECK, LOAD, DUMP, POPOLO, MEETINGS);
    private static final String DATA_SET = "the folder of a data set";
    private static final String USAGE = """
            Usage:
              (nothing)    serve
              migrate      bring the database's tables up to date
              check DIR    report every fault of the data set in that folder; needs no database
              load DIR     check it, and bring it into the database in one transaction
              dump DIR [--format yaml|jsonl|csv]
                           write all records into a new folder: as the data set that load reads (yaml), or for others to read
              import popolo FILE.json --source SLUG [--locator WHERE] [--into DIR] [--dry-run]
              import meetings FILE.csv --source SLUG [--into DIR] [--dry-run]
                           check foreign records together with the data set in the folder (seeds), and write those that are new into
                           a file of their own there, to be reviewed and loaded; needs no database
            All but migrate show their progress on the standard error, unless --quiet is given.
            Exit status: 0 done; 1 faults were found, or the database or a file failed; 2 wrong arguments, or a path that cannot be used.""";
    private static final String USAGE_RIGHTS = "; grant its user usage on the schemas public, history and as_of, and ";
    private static final String READ_RIGHTS = USAGE_RIGHTS + "select on all their tables";
    private static final String LOAD_RIGHTS = USAGE_RIGHTS
            + "select, insert, update and delete on all their tables and usage on all their sequences";
    private static final String HELP = "--help";
    private static final String FORMAT = "--format";
    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;

    @Inject
    Provider<Flyway> flyway;

    @Inject
    Provider<ServiceRole> serviceRole;

    @Inject
    Provider<SeedLoader> loader;

    @Inject
    Provider<Dumper> dumper;

    public static void main(String... args) {
        // Libraries write numbers and messages by the locale of the process, whatever they are asked: answers and logs are English. They
        // also convert days in the process's time zone, and zones skip days: Kiritimati had no 31 December 1994.
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Arguments given = Arguments.of(args);
        if (List.of(args).contains(HELP)) {
            Console.print(USAGE);
            System.exit(DONE);
        }
        if (args.length > 0) {
            checkUse(given);
        }
        if (given.fit(CHECK)) {
            System.exit(telling(given, progress -> DataSet.read(path(given), progress),
                    data -> Console.print(data.size() + " records, no fault")));
        }
        if (given.fit(POPOLO) || given.fit(MEETINGS)) {
            System.exit(telling(given, progress -> bringIn(given, progress), Console::print));
        }
        if (args.length > 0) {
            // A command answers nobody, and its statements take the time they need.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.shutdown.delay", "0");
            System.setProperty("parley.change.watch", "false");
            System.setProperty("parley.http.warm-up", "0s");
            System.setProperty("parley.start.purpose", given.fit(MIGRATE) ? "migrate" : "command");
            System.setProperty("quarkus.datasource.jdbc.new-connection-sql",
                    "set statement_timeout = 0; set idle_in_transaction_session_timeout = '5min'; ${parley.database.session}");
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
            logToStandardError(given);
        }
        Quarkus.run(Main.class, args);
    }

    /** What can be known to be wrong with a command before anything is started. */
    private static void checkUse(Arguments given) {
        if (FORMS.stream().noneMatch(given::fit)) {
            misused(given.fault(FORMS));
        }
        if (given.fit(DUMP) && format(given).isEmpty()) {
            misused("there is no format '" + given.option(FORMAT, "") + "'; write yaml, jsonl or csv");
        }
        try {
            if (given.fit(DUMP)) {
                UsablePath.newFolder(path(given));
            } else if (given.fit(LOAD) || given.fit(CHECK)) {
                UsablePath.folder(path(given), DATA_SET);
            }
        } catch (UnusablePathException e) {
            misused(e.getMessage());
        }
    }

    private static void misused(String fault) {
        Console.warn(RecordedText.printable(fault));
        System.exit(MISUSED);
    }

    /** The standard output is for the result. What the database refuses is reported in one line of our own. */
    private static void logToStandardError(Arguments given) {
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.category.\"org.hibernate.orm.jdbc.error\".level", "OFF");
        System.setProperty("quarkus.log.category.\"io.micrometer\".level", "ERROR");
        if (!given.fit(MIGRATE)) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }

    @Override
    public int run(String... args) {
        Arguments given = Arguments.of(args);
        if (given.fit(MIGRATE)) {
            return telling(given, none -> migrate(), Console::print);
        }
        if (given.fit(LOAD)) {
            return telling(given, progress -> loader.get().load(path(given), progress).table(), Console::print);
        }
        if (given.fit(DUMP)) {
            return telling(given, progress -> dumper.get().dump(path(given), format(given).orElseThrow(), progress),
                    report -> show(report, path(given)));
        }
        Quarkus.waitForExit();
        return DONE;
    }

    private String migrate() {
        String done = flyway.get().migrate().migrationsExecuted + " migrations applied";
        serviceRole.get().grant();
        return done;
    }

    private static void show(Dumper.Report report, Path folder) {
        Console.print(report.records() + " records written to " + folder);
        report.refuseFaults();
    }

    private static String bringIn(Arguments given, Progress progress) {
        Path file = path(given.word(2));
        Path folder = path(given.option("--into", "seeds"));
        String source = given.option("--source", "");
        Import found = given.fit(POPOLO) ? Import.popolo(file, folder, source, given.option("--locator", "title"), progress)
                : Import.meetings(file, folder, source, progress);
        if (!given.isDryRun()) {
            found.write();
        }
        return found.report() + (given.isDryRun() ? "dry run: nothing was written\n" : "");
    }

    private static Optional<DumpFormat> format(Arguments given) {
        return DumpFormat.of(given.option(FORMAT, DumpFormat.YAML.word()));
    }

    private static Path path(Arguments given) {
        return path(given.word(1));
    }

    /** In the locale POSIX, Java decodes an argument as ASCII. */
    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UnusablePathException(name, "cannot be decoded in this locale; set LC_ALL=C.UTF-8");
        }
    }

    /**
     * Runs a command, prints its result where the progress was shown, and reports why it failed. A fault of our own is thrown.
     */
    private static <T> int telling(Arguments given, Function<Progress, T> command, Consumer<T> print) {
        try {
            T result;
            try (ConsoleProgress progress = ConsoleProgress.of(given.word(0), given.isQuiet())) {
                result = command.apply(progress);
            }
            print.accept(result);
            return DONE;
        } catch (UnusablePathException e) {
            Console.warn(e.getMessage());
            return MISUSED;
        } catch (FaultyDataException | CommitUnknownException | ServiceRoleException | UncheckedIOException e) {
            Console.warn(e.getMessage());
            return FAULTY;
        } catch (FlywayException e) {
            Console.warn("The tables could not be brought up to date: " + cause(e));
            return FAULTY;
        } catch (RuntimeException e) {
            Console.warn(refusal(given, e).orElseThrow(() -> e));
            return FAULTY;
        }
    }

    /** Why the database did not do what a command needs, in one line. */
    private static Optional<String> refusal(Arguments given, RuntimeException failure) {
        Optional<String> denied = Failure.denial(failure)
                .map(line -> "a right is missing: " + line + (given.fit(LOAD) ? LOAD_RIGHTS : READ_RIGHTS));
        Optional<String> readOnly = Optional.of(failure).filter(Failure::isReadOnly).map(e -> DeclinedException.readOnly().getMessage());
        return denied.or(() -> readOnly).or(() -> Failure.refusal(failure).map(line -> "the database failed the command: " + line));
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
