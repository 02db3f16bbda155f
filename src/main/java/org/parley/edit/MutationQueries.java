package org.parley.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;
import org.parley.seed.read.SeedKind;

/** What was done under the names that clients gave it. */
@ApplicationScoped
class MutationQueries {

    /** What was asked then, and what was done. */
    record Noted(String digest, Done done) {}

    private final StatelessSession session;

    MutationQueries(StatelessSession session) {
        this.session = session;
    }

    Optional<Noted> of(String editor, String id) {
        List<Object[]> rows = session
                .createNativeQuery("select digest, kind, slug, revision, changed from mutation where editor = :editor and id = :id",
                        Object[].class)
                .setParameter("editor", editor).setParameter("id", id).addScalar("digest", StandardBasicTypes.STRING)
                .addScalar("kind", StandardBasicTypes.STRING).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("revision", StandardBasicTypes.LONG).addScalar("changed", StandardBasicTypes.BOOLEAN).getResultList();
        return rows.stream().findFirst().map(row -> new Noted((String) row[0],
                new Done(SeedKind.valueOf((String) row[1]), (String) row[2], (Long) row[3], (Boolean) row[4])));
    }

    void note(String editor, String id, String digest, Done done) {
        session.createNativeMutationQuery("""
                insert into mutation (editor, id, digest, revision, kind, slug, changed)
                values (:editor, :id, :digest, :revision, :kind, :slug, :changed)""").setParameter("editor", editor).setParameter("id", id)
                .setParameter("digest", digest).setParameter("revision", done.revision()).setParameter("kind", done.kind().name())
                .setParameter("slug", done.slug()).setParameter("changed", done.isChange()).executeUpdate();
    }
}
