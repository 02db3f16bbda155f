package org.parley.dataset.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.number;
import static org.parley.record.Fields.object;
import static org.parley.record.Fields.period;
import static org.parley.record.Fields.references;
import static org.parley.record.Fields.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;
import org.parley.record.ObjectType;

/** Tests that no CSV table has two columns of one name. */
class CsvTablesTest {

    static List<CsvTable> tables() {
        return CsvTables.of(DataSet.of(EntryFiles.of(List.of())));
    }

    private static List<String> names(String columns) {
        return Arrays.stream(columns.split(" ")).flatMap(CsvTable::names).toList();
    }

    private static void assertDistinct(List<String> names) {
        assertEquals(new ArrayList<>(new HashSet<>(names)).stream().sorted().toList(), names.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsDiffer(CsvTable table) {
        assertDistinct(names(table.columns()));
    }

    @Test
    void partsOfOneFieldDifferFromOtherFields() {
        ObjectType type = ObjectType.of("commitment", "A promise.", references("to", Kind.ACTOR, "To whom."), period("period", "When."),
                date("toReading", "A date."), object("size", ObjectType.of("size", "A size.", number("from", "Least.")), "How large."),
                object("other", ObjectType.of("size", "A size.", number("from", "Least.")), "How large."), text("fromEarliest", "A text."));
        List<String> names = names(CsvTables.columns(type));
        assertDistinct(names);
        assertEquals(List.of("to", "periodFrom", "periodFromReading"), names.subList(0, 3));
        assertEquals(1 + 5 + 5 + 5 + 1 + 1 + 1, names.size());
        assertEquals("periodTo", names.get(6));
    }

    @Test
    void tablesDiffer() {
        assertDistinct(tables().stream().map(CsvTable::name).toList());
    }
}
