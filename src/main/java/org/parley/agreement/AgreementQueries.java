package org.parley.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.actor.Office;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** Every query on agreements, who signed them and what they provide. */
@ApplicationScoped
public class AgreementQueries {

    static final String BY_DATE = "agreements by date";

    private static final String INFERRED = """
            (e.date_inferred or exists (select from signature s where s.agreement_id = e.id and s.inferred)
                or exists (select from agreement_participation p where p.agreement_id = e.id and p.inferred)
                or exists (select from implementation_step s where s.agreement_id = e.id and s.date_inferred)) = :inferred""";

    private final Store store;

    AgreementQueries(Store store) {
        this.store = store;
    }

    Connection<Agreement> page(AgreementFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Agreement.class, BY_DATE, "agreement", order), where(filter), request);
    }

    List<Connection<Agreement>> signedBy(List<Long> actors, PageRequest request) {
        ListQuery<Agreement> listing = Dated.ofActor(Agreement.class, BY_DATE, "agreement", "SIGNATORY", DateOrder.DATE_ASC);
        return store.pages(listing, new WhereClause(), request, actors);
    }

    public static WhereClause where(AgreementFilter filter) {
        return WhereClause.of(filter, AgreementQueries::conditions);
    }

    private static WhereClause conditions(AgreementFilter filter) {
        return new WhereClause().during("e", filter.between()).anyOf(Conditions.countsFor("PARTY", "parties"), "parties", filter.parties())
                .anyOf(Conditions.countsForAll("AGREEMENT", "PARTY", "allParties"), "allParties", filter.allParties())
                .anyOf("e.kind = any(:kinds)", "kinds", filter.kinds()).anyOf("e.status = any(:statuses)", "statuses", filter.statuses())
                .anyOf(Conditions.ISSUES, "issues", filter.issues()).and(INFERRED, "inferred", filter.inferred())
                .text(Conditions.TEXT, "text", filter.text());
    }

    List<List<Agreement>> ofMeetings(List<Long> meetings) {
        return store.linked(Agreement.class, """
                select e.meeting_id as parent, {e.*} from agreement e where e.meeting_id = any(:parents) order by e.date_sort, e.slug""",
                new WhereClause(), meetings);
    }

    List<List<Signature>> signatures(List<Long> agreements) {
        return store.linked(Signature.class, """
                select e.agreement_id as parent, {e.*} from signature e where e.agreement_id = any(:parents)
                order by e.agreement_id, e.position""", new WhereClause(), agreements);
    }

    /** The terms of the offices in which actors signed; null for no office. */
    List<Office> offices(List<Signature> signatures) {
        return store
                .linked(Office.class, """
                        select s.id as parent, {e.*} from signature s join agreement a on a.id = s.agreement_id
                        join office e on e.id = office_at(s.office_id, a.date_earliest, a.date_latest) where s.id = any(:parents)""",
                        new WhereClause(), signatures.stream().map(signature -> signature.key).toList())
                .stream().map(terms -> terms.isEmpty() ? null : terms.get(0)).toList();
    }

    List<List<Provision>> provisions(List<Long> agreements) {
        return store.linked(Provision.class, """
                select e.agreement_id as parent, {e.*} from provision e where e.agreement_id = any(:parents)
                order by e.agreement_id, e.number""", new WhereClause(), agreements);
    }
}
