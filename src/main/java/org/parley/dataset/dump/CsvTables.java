package org.parley.dataset.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.DataSet;
import org.parley.entry.RecordDefinitions;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Fields;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.source.AttestationDefinition;

/** The records as flat tables: one for each kind, and one for each list of objects. Points of statements are rows of positions. */
final class CsvTables {

    private static final Pattern WORD = Pattern.compile("_(.)");

    private CsvTables() {
    }

    static List<CsvTable> of(DataSet data) {
        CsvRows rows = new CsvRows(data);
        List<CsvTable> tables = new ArrayList<>();
        RecordDefinitions.all().forEach(
                definition -> tables.add(new CsvTable(definition.kind().folder(), columns(definition), rows.of(definition.kind()))));
        for (Definition definition : RecordDefinitions.all()) {
            for (Field list : definition.entry().fields().stream().filter(CsvTables::hasTable).toList()) {
                Set<String> names = tables.stream().map(CsvTable::name).collect(Collectors.toSet());
                tables.add(table(definition, list, names, rows));
                list.items().fields().stream().filter(CsvTables::hasTable).forEach(part -> tables.add(new CsvTable(part.name(),
                        definition.kind().word() + " provision step " + columns(part.items()), rows.parts(definition.kind(), list, part))));
            }
        }
        tables.add(new CsvTable("attestations", "kind slug provision step " + columns(AttestationDefinition.attestations().items()),
                rows.attestations()));
        Stream.of(AttestationDefinition.resolutions(), Fields.identifiers())
                .forEach(list -> tables.add(new CsvTable(list.name(), "kind slug " + columns(list.items()), rows.ofAllKinds(list.name()))));
        return tables;
    }

    /** Whether a list has its own table: only one kind has it, and its items are not records. */
    private static boolean hasTable(Field list) {
        return list.type() == FieldType.OBJECTS && list.records() == null && !list.table().owner().equals("record_id");
    }

    /** Adds the kind to the name if another kind has a table of this name. */
    private static CsvTable table(Definition definition, Field list, Set<String> names, CsvRows rows) {
        Kind kind = definition.kind();
        String name = names.contains(list.name()) ? kind.word() + capitalized(list.name()) : list.name();
        String columns = Stream.of(columns(list.items()).split(" "))
                .map(column -> column.equals(kind.word()) ? CsvRows.OTHER + capitalized(column) : column).collect(Collectors.joining(" "));
        return new CsvTable(name, kind.word() + " " + columns, rows.items(kind, list));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String columns(Definition definition) {
        return columns(definition.entry()) + (definition.kind() == Kind.MEETING ? " " + String.join(" ", RoleColumns.all()) : "");
    }

    /**
     * Returns the columns of the fields that are not lists of objects. A reference has the columns kind and slug. The parts of an object or
     * a period are columns; one whose name is that of another column gets the name of the field before it: `periodTo`.
     */
    static String columns(ObjectType type) {
        if (type.isReference()) {
            return type.fields().stream().filter(Field::isRequired).map(Field::name).collect(Collectors.joining(" ")) + " kind slug";
        }
        List<Field> fields = type.fields().stream().filter(field -> field.type() != FieldType.OBJECTS).toList();
        Set<String> taken = fields.stream().filter(field -> !hasParts(field)).map(CsvTables::column).flatMap(CsvTable::names)
                .collect(Collectors.toSet());
        return fields.stream().flatMap(field -> hasParts(field) ? parts(field, taken) : Stream.of(column(field)))
                .collect(Collectors.joining(" "));
    }

    private static boolean hasParts(Field field) {
        return field.type() == FieldType.OBJECT || field.type() == FieldType.PERIOD;
    }

    private static String column(Field field) {
        return field.type() == FieldType.DATE ? "@" + field.name() : field.type() == FieldType.CHOICES ? field.column() : field.name();
    }

    private static Stream<String> parts(Field field, Set<String> taken) {
        return field.type() == FieldType.PERIOD ? Stream.of("from", "to").map(end -> part("@", end, field.name(), end, taken))
                : field.items().fields().stream().map(part -> part("", name(part), field.name(), part.name(), taken));
    }

    private static String part(String mark, String name, String field, String key, Set<String> taken) {
        String path = "=" + field + "/" + key;
        boolean isTaken = CsvTable.names(mark + name + path).anyMatch(taken::contains);
        String column = mark + (isTaken ? field + capitalized(name) : name) + path;
        CsvTable.names(column).forEach(taken::add);
        return column;
    }

    /** Returns the column of a field of an object, named like the column of the table: attendance_lowest is `attendanceLowest`. */
    private static String name(Field part) {
        return WORD.matcher(part.column()).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
