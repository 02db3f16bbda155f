package org.parley.seed.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.ActorSeed;
import org.parley.seed.entry.DateSeed;
import org.parley.seed.read.SeedKind;
import org.parley.time.PartialDate;

/** The offices of the actors written. They keep their rows, by holder and title, because participations and signatures refer to them. */
final class OfficeWriter {

    private static final String SAME_TITLE = """
            on conflict (holder_id, title) do update set of_id = excluded.of_id, rank = excluded.rank,
                from_edtf = excluded.from_edtf, from_reading = excluded.from_reading, from_inferred = excluded.from_inferred,
                from_earliest = excluded.from_earliest, from_latest = excluded.from_latest,
                to_edtf = excluded.to_edtf, to_reading = excluded.to_reading, to_inferred = excluded.to_inferred,
                to_earliest = excluded.to_earliest, to_latest = excluded.to_latest
            where (office.of_id, office.rank, office.from_edtf, office.from_reading, office.from_inferred, office.to_edtf, office.to_reading,
                office.to_inferred) is distinct from (excluded.of_id, excluded.rank, excluded.from_edtf, excluded.from_reading,
                excluded.from_inferred, excluded.to_edtf, excluded.to_reading, excluded.to_inferred)""";

    private final Rows rows = new Rows("office", "holder_id bigint", "of_id bigint", "title text", "rank text", "from_edtf text",
            "from_reading text", "from_inferred boolean", "from_earliest date", "from_latest date", "to_edtf text", "to_reading text",
            "to_inferred boolean", "to_earliest date", "to_latest date");
    private final Keys keys;

    OfficeWriter(Keys keys) {
        this.keys = keys;
    }

    void add(List<ActorSeed> actors) {
        for (ActorSeed actor : actors) {
            actor.offices().forEach(office -> add(keys.of(SeedKind.ACTOR, actor.slug()), office));
        }
    }

    /** Writes them, and learns the keys of the offices of every actor that the write speaks of. */
    void write(StatelessSession session, WriteQueries queries) {
        rows.insert(session, SAME_TITLE);
        queries.offices(keys.of(SeedKind.ACTOR)).forEach(row -> keys.putOffice((Long) row[0], (String) row[1], (Long) row[2]));
    }

    /** The offices that these actors have in the table and no longer in their entries. */
    List<Long> gone(List<ActorSeed> actors, WriteQueries queries) {
        Map<Long, ActorSeed> byKey = actors.stream()
                .collect(Collectors.toMap(actor -> keys.of(SeedKind.ACTOR, actor.slug()), Function.identity()));
        List<Long> gone = new ArrayList<>();
        for (Object[] row : queries.offices(byKey.keySet())) {
            ActorSeed actor = byKey.get((Long) row[0]);
            if (actor.offices().stream().noneMatch(office -> office.title().equals(row[1]))) {
                gone.add((Long) row[2]);
            }
        }
        return gone;
    }

    private void add(Long holder, ActorSeed.Office office) {
        List<Object> row = new ArrayList<>(Arrays.asList(holder, keys.of(SeedKind.ACTOR, office.of()), office.title(), office.rank()));
        row.addAll(columns(office.from()));
        row.addAll(columns(office.to()));
        rows.add(row.toArray());
    }

    /** A date in its columns; all null where there is none. */
    private static List<Object> columns(DateSeed seed) {
        if (seed == null) {
            return Collections.nCopies(5, null);
        }
        PartialDate date = seed.date();
        return Arrays.asList(date.edtf, date.reading, date.inferred, date.earliest, date.latest);
    }
}
