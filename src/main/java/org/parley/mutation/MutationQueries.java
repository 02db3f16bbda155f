package org.parley.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.parley.record.Kind;

/** SQL of the results stored by idempotency key. */
@ApplicationScoped
class MutationQueries {

    /** The digest of the arguments, and the result. */
    record StoredResult(String digest, MutationResult result) {}

    private final StatelessSession session;

    MutationQueries(StatelessSession session) {
        this.session = session;
    }

    Optional<StoredResult> find(String editor, String id) {
        List<Object[]> rows = session
                .createNativeQuery("select digest, kind, slug, revision, changed from mutation where editor = :editor and id = :id",
                        Object[].class)
                .setParameter("editor", editor).setParameter("id", id).getResultList();
        return rows.stream().findFirst().map(row -> new StoredResult((String) row[0],
                new MutationResult(Kind.valueOf((String) row[1]), (String) row[2], (Long) row[3], (Boolean) row[4])));
    }

    void store(String editor, String id, String digest, MutationResult result) {
        session.createNativeMutationQuery("""
                insert into mutation (editor, id, digest, revision, kind, slug, changed)
                values (:editor, :id, :digest, :revision, :kind, :slug, :changed)""").setParameter("editor", editor).setParameter("id", id)
                .setParameter("digest", digest).setParameter("revision", result.revision()).setParameter("kind", result.kind().name())
                .setParameter("slug", result.slug()).setParameter("changed", result.isChange()).executeUpdate();
    }
}
