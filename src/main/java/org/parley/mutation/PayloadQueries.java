package org.parley.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.parley.change.Change;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.RecordEntity;

/** Queries of changed records, as clients read them. */
@ApplicationScoped
class PayloadQueries {

    private final Store store;
    private final SessionFactory factory;
    private final DiscrepancyQueries discrepancies;

    PayloadQueries(Store store, SessionFactory factory, DiscrepancyQueries discrepancies) {
        this.store = store;
        this.factory = factory;
        this.discrepancies = discrepancies;
    }

    /** Returns the entity, or null. Entities have the names of GraphQL types. */
    Object of(Kind kind, String slug) {
        return store.bySlug(factory.getMetamodel().entity(kind.typeName()).getJavaType(), slug);
    }

    /** Returns the logged change, or null if nothing changed. */
    Change change(MutationResult result) {
        if (!result.isChange()) {
            return null;
        }
        WhereClause where = new WhereClause().with("revision", result.revision()).with("kind", result.kind().name()).with("slug",
                result.slug());
        return store
                .list(Change.class, "select {e.*} from change e where e.revision = :revision and e.kind = :kind and e.slug = :slug", where)
                .get(0);
    }

    /** Returns the value that the record shows before the change in a field with a discrepancy. */
    Optional<String> shown(MutationCommand command, String field) {
        Optional<String> shown = of(command.kind(), command.slug()) instanceof RecordEntity record ? discrepancies.of(List.of(record))
                .get(0).stream().filter(one -> one.field().equals(field)).map(Discrepancy::shown).findFirst() : Optional.empty();
        command.reads().renewSnapshot();
        return shown;
    }
}
