package org.parley.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.parley.change.Change;
import org.parley.seed.read.SeedKind;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.store.Reading;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on what was written, or is to be: records as readers see them. */
@ApplicationScoped
class EditedQueries {

    private final Store store;
    private final SessionFactory factory;
    private final DiscrepancyQueries discrepancies;

    EditedQueries(Store store, SessionFactory factory, DiscrepancyQueries discrepancies) {
        this.store = store;
        this.factory = factory;
        this.discrepancies = discrepancies;
    }

    /** The record; null where there is none. Its entity has the name of its GraphQL type. */
    Object of(SeedKind kind, String slug) {
        return store.bySlug(factory.getMetamodel().entity(InputTypes.capital(kind.word())).getJavaType(), slug);
    }

    /** What was done to it in that revision; null where nothing was. */
    Change change(Done done) {
        if (!done.isChange()) {
            return null;
        }
        Where where = new Where().with("revision", done.revision()).with("kind", done.kind().name()).with("slug", done.slug());
        return store
                .list(Change.class, "select {e.*} from change e where e.revision = :revision and e.kind = :kind and e.slug = :slug", where)
                .get(0);
    }

    /** What it shows, before it is changed, in a field on which its sources disagree. */
    Optional<String> shown(SeedKind kind, String slug, String field) {
        Optional<String> shown = of(kind, slug) instanceof Recorded record ? discrepancies.of(List.of(record)).get(0).stream()
                .filter(one -> one.field().equals(field)).map(Discrepancy::shown).findFirst() : Optional.empty();
        Reading.renew();
        return shown;
    }
}
