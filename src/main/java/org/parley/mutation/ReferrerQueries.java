package org.parley.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hibernate.StatelessSession;
import org.parley.entry.DateOrderSql;
import org.parley.entry.LocatorSql;
import org.parley.entry.WordingSql;
import org.parley.record.Kind;

/** Queries of records that a change of another record would make faulty. All of them use an index. */
@ApplicationScoped
class ReferrerQueries {

    /** The maximum number of records listed in an error. */
    private static final int MAX_REPORTED = 20;

    private final StatelessSession session;

    ReferrerQueries(StatelessSession session) {
        this.session = session;
    }

    /** Returns kind, slug and locator of attestations that a source of this kind, with so many paragraphs and footnotes, cannot have. */
    List<Object[]> invalidLocators(String source, int paragraphs, int footnotes, String kind) {
        return session.createNativeQuery(String.format(Locale.ROOT, """
                select distinct lower(r.kind) as kind, r.slug, t.locator from attestation t join record r on r.id = t.record_id
                where t.source_id = (select s.id from source s where s.slug = :source) and %s
                order by kind, r.slug, t.locator limit :max""", LocatorSql.invalid(":paragraphs", ":footnotes", ":kind")), Object[].class)
                .setParameter("source", source).setParameter("paragraphs", paragraphs).setParameter("footnotes", footnotes)
                .setParameter("kind", kind).setParameter("kinds", LocatorSql.kinds()).setParameter("patterns", LocatorSql.patterns())
                .setParameter("max", MAX_REPORTED).getResultList();
    }

    /** Returns agreement and number of the provisions whose wording no official document would attest if the source were of this kind. */
    List<Object[]> unattestedWordings(String source, String kind) {
        return session.createNativeQuery(String.format(Locale.ROOT, """
                select distinct a.slug, p.number from attestation t join provision p on p.id = t.provision_id
                join agreement a on a.id = p.agreement_id
                where t.source_id = (select s.id from source s where s.slug = :source) and t.implementation_step_position is null and %s
                order by a.slug, p.number limit :max""", WordingSql.unattested("case ws.slug when :source then :kind else ws.kind end")),
                Object[].class).setParameter("source", source).setParameter("kind", kind).setParameter("max", MAX_REPORTED).getResultList();
    }

    /** Returns the records that refer to this one and would be earlier if its first day were this one. */
    List<String> earlierReferrers(Kind kind, String slug, LocalDate earliest) {
        return session.createNativeQuery("select distinct d.slug from (" + DateOrderSql.REFERENCES + """
                ) d where d.kind = :kind and d.other = :slug and d.latest < :earliest order by d.slug limit :max""", String.class)
                .setParameter("kind", kind.word()).setParameter("slug", slug).setParameter("earliest", earliest)
                .setParameter("max", MAX_REPORTED).getResultList();
    }
}
