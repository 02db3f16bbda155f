package org.parley.seed.write;

import java.util.EnumMap;
import java.util.Map;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;

/** The writer of each kind. */
final class KindWriters {

    private static final Map<SeedKind, KindWriter<? extends Seed>> ALL = new EnumMap<>(
            Map.ofEntries(Map.entry(SeedKind.ACTOR, new ActorWriter()), Map.entry(SeedKind.PLACE, new PlaceWriter()),
                    Map.entry(SeedKind.ISSUE, new IssueWriter()), Map.entry(SeedKind.TRACK, new TrackWriter()),
                    Map.entry(SeedKind.SOURCE, new SourceWriter()), Map.entry(SeedKind.MEETING, new MeetingWriter()),
                    Map.entry(SeedKind.STATEMENT, new StatementWriter()), Map.entry(SeedKind.POSITION, new PositionWriter()),
                    Map.entry(SeedKind.AGREEMENT, new AgreementWriter()), Map.entry(SeedKind.EVENT, new EventWriter()),
                    Map.entry(SeedKind.FIGURE, new FigureWriter())));

    private KindWriters() {
    }

    @SuppressWarnings("unchecked")
    static KindWriter<Seed> of(SeedKind kind) {
        return (KindWriter<Seed>) ALL.get(kind);
    }
}
