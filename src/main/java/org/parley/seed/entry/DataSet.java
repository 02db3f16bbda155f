package org.parley.seed.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.seed.Progress;
import org.parley.seed.check.Checks;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** A whole data set without fault, completed: points are positions, and who acts in an office acts for what it is of. */
public final class DataSet {

    static final JsonMapper JSON = new JsonMapper();
    private static final Map<SeedKind, Class<? extends Seed>> TYPES = new EnumMap<>(
            Map.ofEntries(Map.entry(SeedKind.ACTOR, ActorSeed.class), Map.entry(SeedKind.PLACE, PlaceSeed.class),
                    Map.entry(SeedKind.ISSUE, IssueSeed.class), Map.entry(SeedKind.TRACK, TrackSeed.class),
                    Map.entry(SeedKind.SOURCE, SourceSeed.class), Map.entry(SeedKind.MEETING, MeetingSeed.class),
                    Map.entry(SeedKind.STATEMENT, StatementSeed.class), Map.entry(SeedKind.POSITION, PositionSeed.class),
                    Map.entry(SeedKind.AGREEMENT, AgreementSeed.class), Map.entry(SeedKind.EVENT, EventSeed.class),
                    Map.entry(SeedKind.FIGURE, FigureSeed.class)));

    static {
        JSON.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
        JSON.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    private final Map<SeedKind, List<Seed>> seeds = new EnumMap<>(SeedKind.class);

    private DataSet(SeedFolder folder, Consumer<Fault> faults) {
        for (SeedKind kind : SeedKind.values()) {
            seeds.put(kind, new ArrayList<>(folder.entries(kind).flatMap(entry -> seed(entry, faults)).toList()));
        }
        Offices offices = new Offices(
                folder.allEntries(SeedKind.ACTOR).flatMap(entry -> seed(entry, faults)).map(ActorSeed.class::cast).toList());
        seeds.get(SeedKind.MEETING).replaceAll(seed -> ((MeetingSeed) seed).complete(offices));
        seeds.get(SeedKind.AGREEMENT).replaceAll(seed -> ((AgreementSeed) seed).complete(offices));
        of(StatementSeed.class).forEach(statement -> seeds.get(SeedKind.POSITION).addAll(statement.positions()));
        seeds.get(SeedKind.STATEMENT).replaceAll(seed -> ((StatementSeed) seed).withoutPoints());
    }

    /** Reads and checks the folder; every fault of every file is told at once. */
    public static DataSet read(Path folder) {
        return read(folder, Progress.NONE);
    }

    /** As above, reporting progress. */
    public static DataSet read(Path folder, Progress progress) {
        List<Fault> faults = new ArrayList<>();
        SeedFolder files = SeedFolder.read(folder, faults::add, progress);
        Checks.run(files, faults::add, progress);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return of(files);
    }

    /** Of entries that are known to be without fault. */
    public static DataSet of(SeedFolder folder) {
        List<Fault> faults = new ArrayList<>();
        DataSet data = of(folder, faults::add);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return data;
    }

    /** Of the entries that can be read; `faults` hears of the others. */
    public static DataSet of(SeedFolder folder, Consumer<Fault> faults) {
        return new DataSet(folder, faults);
    }

    public List<Seed> of(SeedKind kind) {
        return seeds.get(kind);
    }

    /** What an entry says, as JSON. */
    public static ObjectNode tree(Seed seed) {
        return JSON.valueToTree(seed);
    }

    /** The number of records. */
    public int size() {
        return seeds.values().stream().mapToInt(List::size).sum();
    }

    private <S extends Seed> List<S> of(Class<S> type) {
        return seeds.values().stream().flatMap(List::stream).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Seed> seed(Entry entry, Consumer<Fault> faults) {
        try {
            return Stream.of(JSON.treeToValue(entry.node(), TYPES.get(entry.kind())));
        } catch (JsonProcessingException e) {
            faults.accept(entry.spot().fault("cannot be read: " + e.getOriginalMessage()));
            return Stream.empty();
        }
    }
}
