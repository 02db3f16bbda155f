package org.parley.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.actor.ParticipationRole;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on the roles and links of agreements, and on the steps of their provisions. */
@ApplicationScoped
class AgreementRelationQueries {

    private static final String PARTICIPATIONS = """
            select e.agreement_id, e.role, e.inferred, e.actor_id, e.on_behalf_of_id, e.office_id from (
                select i.record_id as agreement_id, i.role, false as inferred, i.actor_id, cast(null as bigint) as on_behalf_of_id,
                    cast(null as bigint) as office_id, case i.role when 'PARTY' then 1 else 2 end as part, i.position
                from involvement i where i.record_id = any(:keys) and i.role in ('PARTY', 'MEDIATOR')
                union all
                select p.agreement_id, p.role, p.inferred, p.actor_id, p.on_behalf_of_id,
                    office_at(p.office_id, a.date_earliest, a.date_latest), 3, p.position
                from agreement_participation p join agreement a on a.id = p.agreement_id where p.agreement_id = any(:keys)) e
            where %s order by e.agreement_id, e.part, e.position""";

    private final Store store;

    AgreementRelationQueries(Store store) {
        this.store = store;
    }

    List<List<AgreementParticipation>> participations(List<Long> agreements, List<ParticipationRole> roles) {
        WhereClause where = new WhereClause().anyOf("e.role = any(:roles)", "roles", roles);
        return byFirst(agreements, String.format(Locale.ROOT, PARTICIPATIONS, where.sql()), where,
                row -> new AgreementParticipation(ParticipationRole.valueOf((String) row[1]), (Boolean) row[2], (Long) row[3],
                        (Long) row[4], (Long) row[5]));
    }

    List<List<AgreementLink>> links(List<Long> agreements) {
        return byFirst(agreements, """
                select l.agreement_id, l.relation, l.linked_id from agreement_link l where l.agreement_id = any(:keys)
                order by l.agreement_id, l.position""", new WhereClause(), AgreementRelationQueries::link);
    }

    List<List<AgreementLink>> linkedFrom(List<Long> agreements) {
        return byFirst(agreements, """
                select l.linked_id, l.relation, l.agreement_id from agreement_link l join agreement a on a.id = l.agreement_id
                where l.linked_id = any(:keys) order by l.linked_id, a.date_sort, a.slug, l.position""", new WhereClause(),
                AgreementRelationQueries::link);
    }

    List<List<ImplementationStep>> steps(List<Long> provisions) {
        return store.linked(ImplementationStep.class, """
                select e.provision_id as parent, {e.*} from implementation_step e where e.provision_id = any(:parents)
                order by e.provision_id, e.position""", new WhereClause(), provisions);
    }

    private static AgreementLink link(Object[] row) {
        return new AgreementLink(AgreementRelation.valueOf((String) row[1]), (Long) row[2]);
    }

    /** Returns the rows of each agreement, whose key is their first column. */
    private <T> List<List<T>> byFirst(List<Long> agreements, String sql, WhereClause where, Function<Object[], T> item) {
        Map<Long, List<T>> found = store.rows(sql, where.keys("keys", agreements)).stream()
                .collect(Collectors.groupingBy(row -> (Long) row[0], Collectors.mapping(item, Collectors.toList())));
        return agreements.stream().map(agreement -> found.getOrDefault(agreement, List.of())).toList();
    }
}
