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
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.parley.dataset.InvalidPathArgumentException;
import org.parley.dataset.PathCheck;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.write.CommitUnknownException;
import org.parley.exchange.JudgementUndo;
import org.parley.exchange.MappedImport;
import org.parley.fault.ClientError;
import org.parley.fault.RequestDeclinedException;
import org.parley.fault.TextRules;
import org.parley.matching.JudgedDataSet;
import org.parley.persistence.ServiceRole;
import org.parley.persistence.ServiceRoleException;

/** Starts the service, or runs a command. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final String MIGRATE = "migrate";
    private static final String CHECK = "check DIR [--quiet]";
    private static final String LOAD = "load DIR [--quiet]";
    private static final String DUMP = "dump DIR [--format FORMAT] [--quiet]";
    private static final String IMPORT = "import FILE --map MAPPING [--source SLUG] [--into DIR] [--report FILE] [--dry-run] [--quiet]";
    private static final String UNDO = "undo DIR [--dry-run] [--quiet]";
    private static final List<String> FORMS = List.of(MIGRATE, CHECK, LOAD, DUMP, IMPORT, UNDO);
    private static final String DATA_SET = "the folder of a data set";
    private static final String USAGE = """
            Usage:
              (none)       start the service
              migrate      migrate the database
              check DIR    report all faults of the data set in the folder; needs no database
              load DIR     check the data set and load it into the database in one transaction
              dump DIR [--format yaml|jsonl|csv]
                           write all records to a new folder: as a data set that can be loaded (yaml), or as JSON Lines or CSV
              import FILE --map MAPPING [--source SLUG] [--into DIR] [--report FILE] [--dry-run]
                           convert the rows of a table by a mapping file, check them with the data set in DIR (seeds), and
                           write new records to new files there, for review and load; needs no database. Known records get
                           attestations, and those that may be known are listed in DIR/judgements.yaml for a person to judge
              undo DIR [--dry-run]
                           remove what imports wrote because of the judgements `undo` in DIR/judgements.yaml
            All commands except migrate show progress on standard error, unless --quiet is given.
            Exit status: 0 success; 1 faults found, or an error of the database or a file; 2 wrong arguments, or a path that cannot be used.""";
    private static final String USAGE_PRIVILEGES = "; grant the database user usage on the schemas public, history and as_of, and ";
    private static final String READ_PRIVILEGES = USAGE_PRIVILEGES + "select on all their tables";
    private static final String LOAD_PRIVILEGES = USAGE_PRIVILEGES
            + "select, insert, update and delete on all their tables and usage on all their sequences";
    private static final String HELP = "--help";
    private static final String FORMAT = "--format";
    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int WRONG_USAGE = 2;

    @Inject
    Provider<Flyway> flyway;

    @Inject
    Provider<ServiceRole> serviceRole;

    @Inject
    Provider<DataSetLoader> loader;

    @Inject
    Provider<Dumper> dumper;

    public static void main(String... args) {
        // Some libraries format with the default locale: responses and logs are in English. Some convert dates in the default time zone, and
        // time zones skip days: Kiritimati had no 31 December 1994.
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Arguments arguments = Arguments.of(args);
        if (List.of(args).contains(HELP)) {
            Console.print(USAGE);
            System.exit(DONE);
        }
        if (args.length > 0) {
            checkArguments(arguments);
        }
        if (arguments.matches(CHECK)) {
            System.exit(execute(arguments, progress -> JudgedDataSet.readChecked(path(arguments), progress),
                    data -> Console.print(data.size() + " records, no faults")));
        }
        if (arguments.matches(UNDO)) {
            System.exit(execute(arguments, progress -> {
                JudgementUndo undo = JudgementUndo.read(path(arguments), progress);
                return written(arguments, undo::write, undo::report);
            }, Console::print));
        }
        if (arguments.matches(IMPORT)) {
            System.exit(execute(arguments, progress -> runImport(arguments, progress), Console::print));
        }
        if (args.length > 0) {
            // A command serves no requests, and its statements have no time limit.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.shutdown.delay", "0");
            System.setProperty("parley.change.watch", "false");
            System.setProperty("parley.http.warm-up", "0s");
            System.setProperty("parley.start.purpose", arguments.matches(MIGRATE) ? "migrate" : "command");
            System.setProperty("quarkus.datasource.jdbc.new-connection-sql",
                    "set statement_timeout = 0; set idle_in_transaction_session_timeout = '5min'; ${parley.database.session}");
            System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
            logToStandardError(arguments);
        }
        Quarkus.run(Main.class, args);
    }

    /** Checks the command line before the service starts. */
    private static void checkArguments(Arguments arguments) {
        if (FORMS.stream().noneMatch(arguments::matches)) {
            failUsage(arguments.fault(FORMS));
        }
        if (arguments.matches(DUMP) && format(arguments).isEmpty()) {
            failUsage("Unknown format '" + arguments.option(FORMAT, "") + "'; write yaml, jsonl or csv");
        }
        try {
            if (arguments.matches(DUMP)) {
                PathCheck.newFolder(path(arguments));
            } else if (arguments.matches(LOAD) || arguments.matches(CHECK)) {
                PathCheck.folder(path(arguments), DATA_SET);
            }
        } catch (InvalidPathArgumentException e) {
            failUsage(e.getMessage());
        }
    }

    private static void failUsage(String fault) {
        Console.warn(TextRules.printable(fault));
        System.exit(WRONG_USAGE);
    }

    /** Keeps standard output for the result, and errors of the database out of the log: the command reports them in one line. */
    private static void logToStandardError(Arguments arguments) {
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.category.\"org.hibernate.orm.jdbc.error\".level", "OFF");
        System.setProperty("quarkus.log.category.\"io.micrometer\".level", "ERROR");
        if (!arguments.matches(MIGRATE)) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }

    @Override
    public int run(String... args) {
        Arguments arguments = Arguments.of(args);
        if (arguments.matches(MIGRATE)) {
            return execute(arguments, unused -> migrate(), Console::print);
        }
        if (arguments.matches(LOAD)) {
            return execute(arguments, progress -> loader.get().load(path(arguments), progress).table(), Console::print);
        }
        if (arguments.matches(DUMP)) {
            return execute(arguments, progress -> dumper.get().dump(path(arguments), format(arguments).orElseThrow(), progress),
                    report -> show(report, path(arguments)));
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
        report.throwIfFaulty();
    }

    private static String runImport(Arguments arguments, Progress progress) {
        Path file = PathCheck.file(path(arguments));
        String named = arguments.option("--report", "");
        Path report = named.isEmpty() ? MappedImport.newReport(file) : path(named);
        MappedImport read = MappedImport.read(path(arguments.option("--map", "")), file, path(arguments.option("--into", "seeds")),
                arguments.option("--source", ""), report, progress);
        return written(arguments, read::write, read::report);
    }

    /** Writes what was imported, except in a dry run. Returns the report. */
    private static String written(Arguments arguments, Runnable write, Supplier<String> report) {
        if (arguments.isDryRun()) {
            return report.get() + "Dry run: nothing was written\n";
        }
        write.run();
        return report.get();
    }

    private static Optional<DumpFormat> format(Arguments arguments) {
        return DumpFormat.of(arguments.option(FORMAT, DumpFormat.YAML.word()));
    }

    private static Path path(Arguments arguments) {
        return path(arguments.word(1));
    }

    /** Java decodes arguments as ASCII in the locale POSIX. */
    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidPathArgumentException(name, "cannot be decoded in this locale; set LC_ALL=C.UTF-8");
        }
    }

    /** Runs a command and prints its result or why it failed. Rethrows unexpected exceptions. */
    private static <T> int execute(Arguments arguments, Function<Progress, T> command, Consumer<T> print) {
        try {
            T result;
            try (ConsoleProgress progress = ConsoleProgress.of(arguments.word(0), arguments.isQuiet())) {
                result = command.apply(progress);
            }
            print.accept(result);
            return DONE;
        } catch (InvalidPathArgumentException e) {
            Console.warn(e.getMessage());
            return WRONG_USAGE;
        } catch (FaultyDataException | CommitUnknownException | ServiceRoleException | UncheckedIOException e) {
            Console.warn(e.getMessage());
            return FAULTY;
        } catch (FlywayException e) {
            Console.warn("Migration failed: " + cause(e));
            return FAULTY;
        } catch (RuntimeException e) {
            Console.warn(databaseError(arguments, e).orElseThrow(() -> e));
            return FAULTY;
        }
    }

    /** Returns why the database rejected the command, in one line; empty if the exception has another cause. */
    private static Optional<String> databaseError(Arguments arguments, RuntimeException failure) {
        Optional<String> denied = ClientError.denial(failure)
                .map(line -> "Missing privilege: " + line + (arguments.matches(LOAD) ? LOAD_PRIVILEGES : READ_PRIVILEGES));
        Optional<String> readOnly = Optional.of(failure).filter(ClientError::isReadOnly)
                .map(e -> RequestDeclinedException.readOnly().getMessage());
        return denied.or(() -> readOnly).or(() -> ClientError.rejection(failure).map(line -> "The database rejected the command: " + line));
    }

    /** Returns the message of the root cause, in one line. */
    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
