package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.source.Dated;
import org.parley.store.Conditions;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;
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

    private static final String TEXT = """
            e.id in (select s.id from statement s where plain(s.summary || E'\\n' || coalesce(s.quotation, '')) like part(:text)
                union all select p.statement_id from position p where plain(p.summary) like part(:text))""";

    private final Store store;

    StatementQueries(Store store) {
        this.store = store;
    }

    Page<StatementEdge> page(StatementFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Statement.class, BY_DATE, "statement", order), where(filter), request, StatementEdge::new);
    }

    List<Page<StatementEdge>> ofActors(List<Long> actors, String role, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.ofActor(Statement.class, BY_DATE, "statement", role, order), actors, filter, request);
    }

    List<Page<StatementEdge>> atMeetings(List<Long> meetings, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.listing(Statement.class, BY_DATE, "statement", "meeting_id", order), meetings, filter, request);
    }

    List<Page<StatementEdge>> onIssues(List<Long> issues, StatementFilter filter, DateOrder order, PageRequest request) {
        return pages(Dated.onIssue(Statement.class, BY_DATE, "statement", order), issues, filter, request);
    }

    List<Page<StatementEdge>> replies(List<Long> statements, DateOrder order, PageRequest request) {
        Listing<Statement> listing = Dated.linked(Statement.class, BY_DATE, "statement_reply r join statement e on e.id = r.statement_id",
                "r.in_reply_to_id = k.id", order);
        return pages(listing, statements, null, request);
    }

    private List<Page<StatementEdge>> pages(Listing<Statement> listing, List<Long> parents, StatementFilter filter, PageRequest request) {
        return store.pages(listing, where(filter), request, parents, StatementEdge::new);
    }

    private static Where where(StatementFilter given) {
        StatementFilter filter = given == null ? StatementFilter.ALL : given;
        return new Where().during("e", filter.between()).anyOf(Conditions.countsFor("SPEAKER", "speakers"), "speakers", filter.speakers())
                .anyOf(Conditions.countsFor("ADDRESSEE", "addressees"), "addressees", filter.addressees())
                .anyOf(Conditions.ISSUES, "issues", filter.issues())
                .anyOf(filter.issues() == null ? STANCES : STANCES_ON_ISSUES, "stances", filter.stances())
                .anyOf("e.form = any(:forms)", "forms", filter.forms()).anyOf(MEETINGS, "meetings", filter.meetings())
                .anyOf(Conditions.SOURCES, "sources", filter.sources()).and(IS_REPLY, "isReply", filter.isReply())
                .text(TEXT, "text", filter.text());
    }

    List<List<Statement>> inReplyTo(List<Long> statements) {
        return store.linked(Statement.class, """
                select r.statement_id as parent, {e.*} from statement_reply r join statement e on e.id = r.in_reply_to_id
                where r.statement_id = any(:parents) order by e.date_sort, e.slug""", new Where(), statements);
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
                order by e.date_sort, d.depth, e.slug""", new Where(), statements);
    }

    /** The statements that put each record forward. */
    List<List<Statement>> proposing(List<Long> records) {
        return store.linked(Statement.class,
                """
                        select distinct r.record_id as parent, {e.*}, e.date_sort from statement_reference r join statement e on e.id = r.statement_id
                        where r.record_id = any(:parents) and r.relation in ('PROPOSES', 'ANNOUNCES') order by e.date_sort, e.slug""",
                new Where(), records);
    }

    List<List<Reference>> references(List<Long> statements) {
        Map<Long, List<Reference>> found = store.rows("""
                select r.statement_id, r.relation, r.record_id from statement_reference r where r.statement_id = any(:keys)
                order by r.statement_id, r.position""", new Where().keys("keys", statements)).stream().collect(Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(row -> new Reference(ReferenceRelation.valueOf((String) row[1]), (Long) row[2]), Collectors.toList())));
        return statements.stream().map(statement -> found.getOrDefault(statement, List.of())).toList();
    }
}
