package org.parley.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Field.Searched;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.source.DisplayedNames;

/** The query of the names of referenced records, made from the definitions of the kinds. */
@ApplicationScoped
class DisplayedNameQueries implements DisplayedNames {

    private static final String REFERENCE = "select e.id as record_id, '%s' as field, n.%s as name from %s e join %s n on n.id = e.%s";

    private static final String LIST = """
            select t.%s as record_id, '%s' as field, n.%s as name, %s as position from %s t join %s n on n.id = t.%s where %s""";

    private static final String ISSUES = """
            select t.record_id, 'issues' as field, n.name, t.position from record_issue t join issue n on n.id = t.issue_id""";

    /** Each actor once: it may have several roles. */
    private static final String ITEMS = """
            select t.%1$s as record_id, '%2$s' as field, n.%6$s as name, min(t.position) as position
            from %3$s t join %5$s n on n.id = t.%4$s group by t.%1$s, n.id, n.%6$s""";

    /** The fields that are computed from the participations of a meeting. */
    private static final String OF_MEETINGS = """
            select t.meeting_id as record_id, case t.role when 'HOST' then 'hosts' else 'mediators' end as field, n.name, t.position
                from participation t join actor n on n.id = t.actor_id where t.role in ('HOST', 'MEDIATOR')
            union all select t.meeting_id, 'leaders', n.name, min(t.position) from participation t join actor n on n.id = t.actor_id
                join meeting m on m.id = t.meeting_id
                join office o on o.id = office_at(t.office_id, m.date_earliest, m.date_latest) and o.rank = 'LEADER'
                where t.role not in ('INVITED', 'CONVENER') group by t.meeting_id, n.id, n.name""";

    private static final String NAMES = String.format(Locale.ROOT, """
            select n.record_id, n.field, n.name from (%s) n where n.record_id = any(:keys)
            union all select l.record_id, l.field, string_agg(l.name, ', ' order by l.position) from (%s) l
                where l.record_id = any(:keys) group by l.record_id, l.field""", union(DisplayedNameQueries::references),
            union(DisplayedNameQueries::lists) + " union all " + OF_MEETINGS);

    private final Store store;

    DisplayedNameQueries(Store store) {
        this.store = store;
    }

    @Override
    public Map<Long, Map<String, String>> of(Collection<Long> records) {
        Map<Long, Map<String, String>> names = new HashMap<>();
        store.rows(NAMES, new WhereClause().keys("keys", records))
                .forEach(row -> names.computeIfAbsent((Long) row[0], record -> new HashMap<>()).put((String) row[1], (String) row[2]));
        return names;
    }

    private static String union(Function<Definition, Stream<String>> parts) {
        return RecordDefinitions.all().stream().filter(definition -> definition.field("attestations/*") != null).flatMap(parts).distinct()
                .collect(Collectors.joining("\nunion all "));
    }

    private static Stream<String> references(Definition definition) {
        return definition.entry().written().stream().filter(field -> field.type() == FieldType.REFERENCE)
                .flatMap(field -> nameColumn(field.target()).stream().map(name -> String.format(Locale.ROOT, REFERENCE, field.name(), name,
                        definition.kind().word(), field.target().word(), field.column())));
    }

    private static Stream<String> lists(Definition definition) {
        return definition.entry().written().stream().flatMap(field -> list(field).stream());
    }

    private static Optional<String> list(Field field) {
        if (field.isIssueOfRecord()) {
            return Optional.of(ISSUES);
        }
        if (field.table() == null) {
            return Optional.empty();
        }
        if (field.items() != null) {
            return field.items().field("actor").or(() -> field.items().field("agreement")).filter(Field::isRequired)
                    .flatMap(one -> nameColumn(one.target()).map(name -> String.format(Locale.ROOT, ITEMS, field.table().owner(),
                            field.name(), field.table().name(), one.column(), one.target().word(), name)));
        }
        String constants = field.table().constants().entrySet().stream()
                .map(constant -> constant.getKey() + " = '" + constant.getValue() + "'").collect(Collectors.joining(" and "));
        return Optional.ofNullable(field.target()).flatMap(DisplayedNameQueries::nameColumn)
                .map(name -> String.format(Locale.ROOT, LIST, field.table().owner(), field.name(), name,
                        field.table().isOrdered() ? "t.position" : "1", field.table().name(), field.target().word(), field.column(),
                        constants.isEmpty() ? "true" : constants));
    }

    /** Returns the column with the name or title of a kind; empty if it has none. */
    private static Optional<String> nameColumn(Kind kind) {
        return RecordDefinitions.of(kind).entry().fields().stream()
                .filter(field -> field.type() == FieldType.NAME && field.isRequired() && field.searched() == Searched.AS_NAME).findFirst()
                .map(Field::column);
    }
}
