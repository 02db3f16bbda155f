package org.parley.seed.write;

import java.util.List;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.AttestationSeed;
import org.parley.seed.entry.ResolutionSeed;
import org.parley.seed.read.SeedKind;

/** What hangs on the records written: actors, issues, attestations ..., collected so that each table is written once. */
final class Links {

    final Rows participations = new Rows("participation", "meeting_id bigint", "actor_id bigint", "on_behalf_of_id bigint",
            "office_id bigint", "role text", "inferred boolean", "position int");
    final Rows signatures = new Rows("signature", "agreement_id bigint", "actor_id bigint", "on_behalf_of_id bigint", "office_id bigint",
            "inferred boolean", "position int");
    final Rows replies = new Rows("statement_reply", "statement_id bigint", "in_reply_to_id bigint");
    final Rows references = new Rows("statement_reference", "statement_id bigint", "position int", "relation text", "record_id bigint");
    private final Rows involvements = new Rows("involvement", "record_id bigint", "role text", "position int", "actor_id bigint");
    private final Rows issues = new Rows("record_issue", "record_id bigint", "position int", "issue_id bigint");
    private final Rows resolutions = new Rows("resolution", "record_id bigint", "field text", "rule text", "note text");
    private final Rows happenings = new Rows("happening", "record_id bigint", "name text");
    private final Rows attestations = new Rows("attestation", "record_id bigint", "provision_id bigint", "source_id bigint", "position int",
            "locator text", "field text", "value text", "reads text", "voice text", "fragment text");

    private final Keys keys;

    Links(Keys keys) {
        this.keys = keys;
    }

    void actors(Long record, String role, List<String> actors) {
        int position = 1;
        for (Long actor : keys.of(SeedKind.ACTOR, actors)) {
            involvements.add(record, role, position++, actor);
        }
    }

    void issues(Long record, List<String> slugs) {
        int position = 1;
        for (Long issue : keys.of(SeedKind.ISSUE, slugs)) {
            issues.add(record, position++, issue);
        }
    }

    /** The provision is null where they speak of the record itself. */
    void attestations(Long record, Long provision, List<AttestationSeed> all) {
        int position = 1;
        for (AttestationSeed one : all) {
            attestations.add(record, provision, keys.of(SeedKind.SOURCE, one.source()), position++, one.locator(), one.field(), one.value(),
                    one.reads(), one.voice(), one.fragment());
        }
    }

    void resolutions(Long record, List<ResolutionSeed> all) {
        all.forEach(one -> resolutions.add(record, one.field(), one.rule(), one.note()));
    }

    void happening(Long record, String name) {
        if (name != null) {
            happenings.add(record, name);
        }
    }

    void insert(StatelessSession session) {
        List.of(participations, signatures, replies, references, involvements, issues, resolutions, happenings, attestations)
                .forEach(rows -> rows.insert(session));
    }
}
