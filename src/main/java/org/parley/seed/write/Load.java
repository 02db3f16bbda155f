package org.parley.seed.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.ActorSeed;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.Plan.Stored;

/** One load, within one transaction: every table is written by one statement, whatever the number of its rows. */
final class Load {

    private static final Map<SeedKind, KindWriter<? extends Seed>> WRITERS = new EnumMap<>(
            Map.ofEntries(Map.entry(SeedKind.ACTOR, new ActorWriter()), Map.entry(SeedKind.PLACE, new PlaceWriter()),
                    Map.entry(SeedKind.ISSUE, new IssueWriter()), Map.entry(SeedKind.TRACK, new TrackWriter()),
                    Map.entry(SeedKind.SOURCE, new SourceWriter()), Map.entry(SeedKind.MEETING, new MeetingWriter()),
                    Map.entry(SeedKind.STATEMENT, new StatementWriter()), Map.entry(SeedKind.POSITION, new PositionWriter()),
                    Map.entry(SeedKind.AGREEMENT, new AgreementWriter()), Map.entry(SeedKind.EVENT, new EventWriter()),
                    Map.entry(SeedKind.FIGURE, new FigureWriter())));

    private final StatelessSession session;
    private final LoadQueries queries;
    private final Keys keys = new Keys();
    private final OfficeWriter offices = new OfficeWriter(keys);

    Load(StatelessSession session) {
        this.session = session;
        this.queries = new LoadQueries(session);
    }

    LoadReport run(DataSet data, Instant now) {
        queries.lock();
        Plan plan = new Plan(data, stored());
        LoadReport report = plan.report();
        if (report.changed()) {
            writeRecords(plan);
            writeRows(plan);
            writeLinks(plan);
            new Removal(session, queries).remove(plan, offices.gone(seeds(plan.updated, ActorSeed.class), queries));
            queries.derive();
            queries.raiseRevision(now);
        }
        return report;
    }

    private Map<SeedKind, Map<String, Stored>> stored() {
        Map<SeedKind, Map<String, Stored>> stored = new EnumMap<>(SeedKind.class);
        for (Object[] row : queries.records()) {
            SeedKind kind = SeedKind.valueOf((String) row[0]);
            stored.computeIfAbsent(kind, all -> new HashMap<>()).put((String) row[1], new Stored((Long) row[2], (String) row[3]));
            keys.put(kind, (String) row[1], (Long) row[2]);
        }
        return stored;
    }

    /** Gives every new entry its row in `record`, and thereby its key; the others their new digest. */
    private void writeRecords(Plan plan) {
        Rows records = new Rows("record", "kind text", "slug text", "digest text");
        plan.inserted.forEach((kind, seeds) -> seeds.forEach(seed -> records.add(kind, seed.slug(), plan.digest(seed))));
        for (Object[] row : records.insertReturning(session, "kind, slug, id")) {
            keys.put(SeedKind.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).longValue());
        }
        List<Long> updated = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        plan.updated.forEach((kind, seeds) -> seeds.forEach(seed -> {
            updated.add(keys.of(kind, seed.slug()));
            digests.add(plan.digest(seed));
        }));
        queries.setDigests(updated, digests);
        queries.deleteChildren(Stream.concat(updated.stream(), plan.removedKeys().stream()).toList());
    }

    private void writeRows(Plan plan) {
        for (SeedKind kind : SeedKind.values()) {
            session.insertMultiple(rows(kind, Wholes.first(plan.inserted.get(kind))));
            session.updateMultiple(rows(kind, plan.updated.get(kind)));
            if (kind == SeedKind.ACTOR) {
                offices.write(seeds(plan.written(), ActorSeed.class), session, queries);
            }
        }
    }

    private List<Object> rows(SeedKind kind, List<Seed> seeds) {
        KindWriter<Seed> writer = writer(kind);
        return seeds.stream().map(seed -> writer.row(seed, keys.of(kind, seed.slug()), keys)).toList();
    }

    private void writeLinks(Plan plan) {
        Links links = new Links(keys);
        plan.written().forEach((kind, seeds) -> seeds.forEach(seed -> {
            Long key = keys.of(kind, seed.slug());
            writer(kind).links(seed, key, keys, links);
            links.attestations(key, null, seed.attestations());
            links.resolutions(key, seed.resolutions());
        }));
        new ProvisionWriter(keys).write(seeds(plan.written(), AgreementSeed.class), links, session);
        links.insert(session);
    }

    @SuppressWarnings("unchecked")
    private static KindWriter<Seed> writer(SeedKind kind) {
        return (KindWriter<Seed>) WRITERS.get(kind);
    }

    private static <S extends Seed> List<S> seeds(Map<SeedKind, List<Seed>> seeds, Class<S> type) {
        return seeds.values().stream().flatMap(List::stream).filter(type::isInstance).map(type::cast).toList();
    }
}
