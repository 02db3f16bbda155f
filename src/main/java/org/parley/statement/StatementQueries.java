package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** Every query on statements, the exchanges they make up and what they refer to. */
@ApplicationScoped
public class StatementQueries {

    static final String BY_DATE = "statements by date";

    private static final String STANCES = "exists (select from position p where p.statement_id = e.id and p.stance = any(:stances))";

    private static final String STANCES_ON_ISSUES = """
            exists (select from position p join issue i on i.id = p.issue_id
                where p.statement_id = e.id and p.stance = any(:stances) and i.slug = any(:issues))""";

    private static final String MEETINGS = "e.meeting_id in (select m.id from meeting m where m.slug = any(:meetings))";

    private static final String IS_REPLY = "exists (select from statement_reply r where r.statement_id = e.id) = :isReply";

    private static final String IS_ANSWERED = "exists (select from statement_reply r where r.in_reply_to_id = e.id) = :isAnswered";

    private static final String HAS_ADDRESSEE = """
            exists (select from involvement i where i.record_id = e.id and i.role = 'ADDRESSEE') = :hasAddressee""";

    private static final String INFERRED = """
            (e.date_inferred or exists (select from position p where p.statement_id = e.id and p.date_inferred)) = :inferred""";

    /** Each statement once, even if it refers to a record in several ways. */
    private static final String REFERRING = """
            (select distinct s.record_id, s.statement_id from statement_reference s where %s) r join statement e on e.id = r.statement_id""";

    /** The statement or one of its points has the words of `:text`. */
    public static final String TEXT = "e.id in (" + Conditions.WORDED + " union all select p.statement_id from position p where p.id in ("
            + Conditions.WORDED + "))";

    private final Store store;

    StatementQueries(Store store) {
        this.store = store;
    }

    Connection<Statement> page(StatementFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Statement.class, BY_DATE, "statement", order), where(filter), request);
    }

    List<Connection<Statement>> ofActors(List<Long> actors, String role, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.ofActor(Statement.class, BY_DATE, "statement", role, order), actors, filter, request);
    }

    List<Connection<Statement>> atMeetings(List<Long> meetings, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.listing(Statement.class, BY_DATE, "statement", "meeting_id", order), meetings, filter, request);
    }

    /** Returns the statements on the last day of each meeting or up to so many days later. */
    List<Connection<Statement>> after(List<Long> meetings, int days, StatementFilter filter, DateOrder order, PageRequest request) {
        String from = "meeting m join statement e on e.date_sort between m.date_latest and m.date_latest + cast(:days as int)"
                + " and e.date_earliest is not null and e.date_latest <= m.date_latest + cast(:days as int)";
        return store.pages(Dated.linked(Statement.class, BY_DATE, from, "m.id = k.id", order), where(filter).with("days", days), request,
                meetings);
    }

    List<Connection<Statement>> onIssues(List<Long> issues, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.onIssue(Statement.class, BY_DATE, "statement", order), issues, filter, request);
    }

    List<Connection<Statement>> replies(List<Long> statements, DateOrder order, PageRequest request) {
        ListQuery<Statement> listing = Dated.linked(Statement.class, BY_DATE, "statement_reply r join statement e on e.id = r.statement_id",
                "r.in_reply_to_id = k.id", order);
        return store.pages(listing, new WhereClause(), request, statements);
    }

    /** Returns the statements that refer to each record; null for relations of any sort. */
    List<Connection<Statement>> referring(List<Long> records, List<ReferenceRelation> relations, PageRequest request) {
        WhereClause condition = new WhereClause().anyOf("s.relation = any(:relations)", "relations", relations);
        String from = String.format(Locale.ROOT, REFERRING, condition.sql());
        WhereClause where = relations == null ? new WhereClause() : new WhereClause().values("relations", relations);
        return store.pages(Dated.linked(Statement.class, BY_DATE, from, "r.record_id = k.id", DateOrder.DATE_ASC), where, request, records);
    }

    private List<Connection<Statement>> pages(ListQuery<Statement> listing, List<Long> parents, StatementFilter filter,
            PageRequest request) {
        return store.pages(listing, where(filter), request, parents);
    }

    public static WhereClause where(StatementFilter filter) {
        return WhereClause.of(filter, StatementQueries::conditions);
    }

    private static WhereClause conditions(StatementFilter filter) {
        return new WhereClause().during("e", filter.between())
                .anyOf(Conditions.countsFor("SPEAKER", "speakers"), "speakers", filter.speakers())
                .anyOf(Conditions.countsFor("ADDRESSEE", "addressees"), "addressees", filter.addressees())
                .anyOf(Conditions.ISSUES, "issues", filter.issues())
                .anyOf(filter.issues() == null ? STANCES : STANCES_ON_ISSUES, "stances", filter.stances())
                .anyOf("e.form = any(:forms)", "forms", filter.forms()).anyOf(MEETINGS, "meetings", filter.meetings())
                .anyOf(Conditions.SOURCES, "sources", filter.sources()).and(IS_REPLY, "isReply", filter.isReply())
                .and(IS_ANSWERED, "isAnswered", filter.isAnswered()).and(HAS_ADDRESSEE, "hasAddressee", filter.hasAddressee())
                .and(INFERRED, "inferred", filter.inferred())
                .anyOf(Conditions.countsFor("MENTIONED", "mentions"), "mentions", filter.mentions()).text(TEXT, "text", filter.text());
    }

    List<List<Statement>> inReplyTo(List<Long> statements) {
        return store.linked(Statement.class, """
                select r.statement_id as parent, {e.*} from statement_reply r join statement e on e.id = r.in_reply_to_id
                where r.statement_id = any(:parents) order by e.date_sort, e.slug""", new WhereClause(), statements);
    }

    /** All that is tied to each statement by answers, whichever way; on one day what is answered stands before its answer. */
    List<List<Statement>> threads(List<Long> statements) {
        return store.linked(Statement.class, """
                with recursive thread (root_id, id) as (
                    select k.id, k.id from unnest(cast(:parents as bigint[])) as k (id)
                    union select t.root_id, n.id from thread t join lateral (
                        select r.in_reply_to_id as id from statement_reply r where r.statement_id = t.id
                        union all select r.statement_id from statement_reply r where r.in_reply_to_id = t.id) n on true
                ), answered (id, depth) as (
                    select distinct t.id, 0 from thread t
                    union select r.statement_id, a.depth + 1 from answered a join statement_reply r on r.in_reply_to_id = a.id
                ), deepest (id, depth) as (select a.id, max(a.depth) from answered a group by a.id)
                select t.root_id as parent, {e.*} from thread t join statement e on e.id = t.id join deepest d on d.id = t.id
                order by e.date_sort, d.depth, e.slug""", new WhereClause(), statements);
    }

    /** The statements that put each record forward. */
    List<List<Statement>> proposing(List<Long> records) {
        return store.linked(Statement.class,
                """
                        select distinct r.record_id as parent, {e.*}, e.date_sort from statement_reference r join statement e on e.id = r.statement_id
                        where r.record_id = any(:parents) and r.relation in ('PROPOSES', 'ANNOUNCES') order by e.date_sort, e.slug""",
                new WhereClause(), records);
    }

    List<List<Reference>> references(List<Long> statements) {
        Map<Long, List<Reference>> found = store.rows("""
                select r.statement_id, r.relation, r.record_id from statement_reference r where r.statement_id = any(:keys)
                order by r.statement_id, r.position""", new WhereClause().keys("keys", statements)).stream().collect(Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(row -> new Reference(ReferenceRelation.valueOf((String) row[1]), (Long) row[2]), Collectors.toList())));
        return statements.stream().map(statement -> found.getOrDefault(statement, List.of())).toList();
    }
}
