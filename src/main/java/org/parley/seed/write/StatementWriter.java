package org.parley.seed.write;

import org.parley.seed.entry.StatementSeed;
import org.parley.seed.read.SeedKind;
import org.parley.statement.Statement;

/** A statement: who said it for whom and to whom, what it answers and what it speaks of. Its points are positions. */
final class StatementWriter implements KindWriter<StatementSeed> {

    @Override
    public Statement row(StatementSeed seed, Long key, Keys keys) {
        Statement statement = new Statement();
        statement.key = key;
        statement.slug = seed.slug();
        statement.form = seed.form();
        statement.date = seed.date().date();
        statement.venue = seed.venue();
        statement.summary = seed.summary();
        statement.quotation = seed.quotation();
        statement.meetingKey = keys.of(SeedKind.MEETING, seed.meeting());
        return statement;
    }

    @Override
    public void links(StatementSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "SPEAKER", seed.speakers());
        links.actors(key, "ON_BEHALF_OF", seed.onBehalfOf());
        links.actors(key, "ADDRESSEE", seed.addressees());
        links.issues(key, seed.issues());
        keys.of(SeedKind.STATEMENT, seed.inReplyTo()).forEach(answered -> links.replies.add(key, answered));
        int position = 1;
        for (StatementSeed.Reference one : seed.references()) {
            links.references.add(key, position++, one.relation(), keys.of(one.kind(), one.slug()));
        }
    }
}
