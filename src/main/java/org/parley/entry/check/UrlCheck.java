package org.parley.entry.check;

import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.FieldType;
import org.parley.record.WebAddress;

/** Finds web addresses that have the form of one but are not valid. SchemaCheck reports other texts. */
final class UrlCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries()
                .forEach(entry -> RecordDefinitions.of(entry.kind())
                        .paths(field -> field.type() == FieldType.URL || field.type() == FieldType.URLS)
                        .forEach(path -> entry.at(path).stream()
                                .filter(location -> location.node().asText().matches("https?://[^/\\s]\\S*")).forEach(location -> WebAddress
                                        .fault(location.node().asText()).ifPresent(fault -> faults.accept(location.fault(fault))))));
    }
}
