package org.parley.entry.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.entry.RecordDefinitions;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Kind;
import org.parley.record.Table;

/** The tables that entries are projected to, as defined by the kinds. */
public final class Tables {

    /** The primary key of a record in the table of its kind. */
    static final String ID = "id";
    static final String OFFICE = "office";
    /** The state or body that an office belongs to. */
    static final String OFFICE_OF = "of_id";
    static final String ISSUES = "record_issue";
    static final String ISSUES_OWNER = "record_id";

    private static final Map<String, Set<String>> PARENTS = allParents();

    private Tables() {
    }

    /** Returns the fields of a kind that have a table of their own. */
    static List<Field> lists(Kind kind) {
        return RecordDefinitions.of(kind).entry().fields().stream().filter(field -> field.table() != null).toList();
    }

    /** Returns the lists whose rows have primary keys, because other rows refer to them. */
    static List<Field> identified(Kind kind) {
        return lists(kind).stream().filter(list -> list.table().identity() != null).toList();
    }

    /** Returns the tables whose rows are deleted and inserted when a record of the kind is written: owner column by table. */
    static Map<String, String> details(Kind kind) {
        Map<String, String> tables = new LinkedHashMap<>();
        lists(kind).stream().flatMap(Tables::withParts).map(Field::table).filter(table -> table.identity() == null)
                .forEach(table -> tables.put(table.name(), table.owner()));
        if (hasIssues(RecordDefinitions.of(kind))) {
            tables.put(ISSUES, ISSUES_OWNER);
        }
        return tables;
    }

    private static Stream<Field> withParts(Field list) {
        return Stream.concat(Stream.of(list), parts(list).flatMap(Tables::withParts));
    }

    /**
     * Returns the column by which the rows of a nested list refer to their parent: its key, `provision_id`, or if its table has no identity
     * column its position, `implementation_step_position`.
     */
    static String parent(Field list) {
        return list.table().name() + (list.table().identity() == null ? "_position" : "_id");
    }

    /** Returns all such columns of a table. */
    static Set<String> parents(String table) {
        return PARENTS.getOrDefault(table, Set.of());
    }

    private static Map<String, Set<String>> allParents() {
        Map<String, Set<String>> parents = new HashMap<>();
        for (Kind kind : Kind.values()) {
            identified(kind).forEach(list -> addParents(list, Set.of(), parents));
        }
        return parents;
    }

    private static void addParents(Field list, Set<String> above, Map<String, Set<String>> parents) {
        Set<String> columns = new HashSet<>(above);
        columns.add(parent(list));
        parts(list).forEach(part -> {
            parents.computeIfAbsent(part.table().name(), none -> new HashSet<>()).addAll(columns);
            addParents(part, columns, parents);
        });
    }

    static boolean hasIssues(Definition definition) {
        return !definition.paths(Field::isIssueOfRecord).isEmpty();
    }

    /** Returns the lists nested in the items of a list that have tables of their own. */
    static Stream<Field> parts(Field list) {
        return list.items() == null ? Stream.empty() : list.items().fields().stream().filter(field -> field.table() != null);
    }

    /** Returns all tables that entries are projected to: owner column by table. */
    static Map<String, String> all() {
        Map<String, String> tables = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            tables.put(kind.word(), ID);
            identified(kind).forEach(list -> tables.put(list.table().name(), list.table().owner()));
            tables.putAll(details(kind));
        }
        return tables;
    }

    /** A foreign key to a record or an office. */
    public record Reference(String table, String owner, String column, boolean isOffice) {}

    /** Returns all foreign keys to records and offices. */
    static Collection<Reference> references() {
        Set<Reference> references = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            RecordDefinitions.of(kind).entry().fields().stream().filter(field -> !field.type().isList())
                    .forEach(field -> references.add(reference(kind.word(), ID, field)));
            lists(kind).forEach(list -> addReferences(list, references));
        }
        references.add(new Reference(ISSUES, ISSUES_OWNER, "issue_id", false));
        references.removeIf(Objects::isNull);
        return references;
    }

    /**
     * Foreign keys to records of the same kind that must not form cycles.
     *
     * @param relation SQL expression: only references for which it is equal can form one
     */
    public record Acyclic(Reference reference, String relation) {}

    /** Returns the foreign keys to records of the same kind that must not form cycles. */
    public static Collection<Acyclic> acyclic() {
        Set<Acyclic> references = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            RecordDefinitions.of(kind).entry().fields().stream().filter(Field::isAcyclic)
                    .forEach(field -> references.add(acyclic(field.table() == null ? reference(kind.word(), ID, field)
                            : reference(field.table().name(), field.table().owner(), field), "''")));
            lists(kind).stream().filter(list -> list.items() != null)
                    .forEach(list -> list.items().fields().stream().filter(Field::isAcyclic)
                            .forEach(field -> references.add(acyclic(reference(list.table().name(), list.table().owner(), field),
                                    list.items().field(field.acyclicBy()).orElseThrow().column()))));
        }
        return references;
    }

    private static Acyclic acyclic(Reference reference, String value) {
        return new Acyclic(reference, "'" + reference.table() + " ' || " + value);
    }

    private static void addReferences(Field list, Set<Reference> references) {
        Table table = list.table();
        references.add(reference(table.name(), table.owner(), list));
        if (list.items() != null) {
            list.items().fields().forEach(field -> references.add(reference(table.name(), table.owner(), field)));
        }
    }

    /** Returns null if the field is not a reference. */
    private static Reference reference(String table, String owner, Field field) {
        return switch (field.type()) {
            case REFERENCE, REFERENCES -> new Reference(table, owner, field.column(), false);
            case OFFICE -> new Reference(table, owner, field.column(), true);
            default -> null;
        };
    }
}
