package org.parley.seed.write;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.parley.seed.Progress;
import org.parley.seed.entry.ActorSeed;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;

/**
 * One write, within one transaction: a revision. Every table is written by one statement, whatever the number of its rows, and nothing is
 * read but what the write speaks of, so that one record costs the same however many there are.
 */
public final class Writing {

    private final StatelessSession session;
    private final WriteQueries queries;
    private final Keys keys = new Keys();
    private final OfficeWriter offices = new OfficeWriter(keys);

    private Writing(StatelessSession session) {
        this.session = session;
        this.queries = new WriteQueries(session);
    }

    /** Lets nobody else write until this transaction ends. Comes first: what is read before a lock is of an older moment. */
    static Writing begin(StatelessSession session, WriteBounds bounds) {
        Writing writing = new Writing(session);
        writing.queries.begin(bounds);
        return writing;
    }

    /**
     * Writes the draft, what derives from it, and the changes; gives the revision. Its seeds are without fault. Throws a
     * ReferredToException where what goes is still referred to; the transaction is to be rolled back then.
     */
    public long write(Draft draft, Authorship author) {
        return write(draft, author, Progress.NONE);
    }

    /** As above, reporting progress. */
    long write(Draft draft, Authorship author, Progress progress) {
        long revision = queries.raiseRevision();
        if (!draft.isFirst()) {
            new Mentions(draft).learn(keys, queries);
        }
        Map<SeedKind, List<Seed>> inserted = parted(draft, false);
        Map<SeedKind, List<Seed>> updated = parted(draft, true);
        Removal removal = new Removal(session, queries, keys, draft);
        ChangeLog changes = new ChangeLog(session);
        for (SeedKind kind : SeedKind.values()) {
            changes.before(kind, removal.keys(kind));
            changes.before(kind, keys(kind, updated.get(kind)));
        }
        writeRecords(inserted, updated, draft);
        writeRows(inserted, updated, draft, progress);
        if (draft.hasDetailRows()) {
            queries.deleteChildren(updated.entrySet().stream().flatMap(of -> keys(of.getKey(), of.getValue()).stream()).toList());
            writeLinks(draft, progress);
        }
        removal.remove(offices.gone(seeds(updated, ActorSeed.class), queries));
        Map<SeedKind, List<Long>> written = new EnumMap<>(SeedKind.class);
        draft.written().forEach((kind, seeds) -> written.put(kind, keys(kind, seeds)));
        TableStatistics statistics = new TableStatistics(session);
        renew(statistics, draft);
        derive(written.values().stream().flatMap(List::stream).toList(), progress);
        changes.write(written, author, revision, queries, progress);
        renew(statistics, draft);
        return revision;
    }

    /** An edit writes too little for the planner to notice. */
    private static void renew(TableStatistics statistics, Draft draft) {
        if (draft.isOfFiles()) {
            statistics.renew();
        }
    }

    private void derive(List<Long> records, Progress progress) {
        progress.begin("records indexed:", records.size());
        for (List<Long> some : Batches.of(records, Rows.BATCH)) {
            queries.derive(some);
            progress.advance(some.size());
        }
    }

    /** Those that are there already, or those that are not. */
    private Map<SeedKind, List<Seed>> parted(Draft draft, boolean there) {
        Map<SeedKind, List<Seed>> part = new EnumMap<>(SeedKind.class);
        draft.written()
                .forEach((kind, seeds) -> part.put(kind, seeds.stream().filter(seed -> keys.has(kind, seed.slug()) == there).toList()));
        return part;
    }

    private List<Long> keys(SeedKind kind, List<Seed> seeds) {
        return keys.of(kind, seeds.stream().map(Seed::slug).toList());
    }

    /** Gives every new entry its row in `record`, and thereby its key. */
    private void writeRecords(Map<SeedKind, List<Seed>> inserted, Map<SeedKind, List<Seed>> updated, Draft draft) {
        boolean ofFiles = draft.isOfFiles();
        RecordRows fresh = new RecordRows(session);
        inserted.forEach((kind, seeds) -> seeds.forEach(seed -> fresh.add(kind, seed, draft.digest(seed), ofFiles)));
        fresh.insert(keys);
        RecordRows known = new RecordRows(session);
        updated.forEach((kind, seeds) -> seeds.forEach(seed -> known.add(kind, seed, draft.digest(seed), ofFiles)));
        known.update();
    }

    private void writeRows(Map<SeedKind, List<Seed>> inserted, Map<SeedKind, List<Seed>> updated, Draft draft, Progress progress) {
        progress.begin("records written:", draft.written().values().stream().mapToInt(List::size).sum());
        for (SeedKind kind : SeedKind.values()) {
            for (List<Seed> some : Batches.of(Wholes.first(inserted.get(kind)), Rows.BATCH)) {
                session.insertMultiple(rows(kind, some));
                progress.advance(some.size());
            }
            for (List<Seed> some : Batches.of(updated.get(kind), Rows.BATCH)) {
                session.updateMultiple(rows(kind, some));
                progress.advance(some.size());
            }
            if (kind == SeedKind.ACTOR) {
                offices.add(seeds(draft.written(), ActorSeed.class));
                offices.write(session, queries);
            }
        }
    }

    private List<Object> rows(SeedKind kind, List<Seed> seeds) {
        return seeds.stream().map(seed -> KindWriters.of(kind).row(seed, keys.of(kind, seed.slug()), keys)).toList();
    }

    private void writeLinks(Draft draft, Progress progress) {
        progress.begin("writing what the records list", 0);
        Links links = new Links(keys);
        draft.written().forEach((kind, seeds) -> seeds.forEach(seed -> {
            Long key = keys.of(kind, seed.slug());
            KindWriters.of(kind).links(seed, key, keys, links);
            links.attestations(key, null, seed.attestations());
            links.resolutions(key, seed.resolutions());
            links.happening(key, seed.happening());
        }));
        ProvisionWriter provisions = new ProvisionWriter(keys);
        provisions.add(seeds(draft.written(), AgreementSeed.class));
        provisions.write(links, session);
        links.insert(session);
    }

    private static <S extends Seed> List<S> seeds(Map<SeedKind, List<Seed>> seeds, Class<S> type) {
        return seeds.values().stream().flatMap(List::stream).filter(type::isInstance).map(type::cast).toList();
    }
}
