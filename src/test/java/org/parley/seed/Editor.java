package org.parley.seed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.parley.change.ChangeAct;
import org.parley.seed.check.Checks;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;
import org.parley.seed.write.Authorship;
import org.parley.seed.write.Draft;
import org.parley.seed.write.WriteBounds;
import org.parley.seed.write.WriteTransactions;

/** Writes single records as an editor does, by the same code as loads. */
@ApplicationScoped
public class Editor {

    private static final String NAME = "anna";

    private final StatelessSession session;
    private final WriteTransactions writes;

    Editor(StatelessSession session, WriteTransactions writes) {
        this.session = session;
        this.writes = writes;
    }

    /** The entries of that kind as the database has them. */
    public List<ObjectNode> entries(SeedKind kind) {
        return QuarkusTransaction.requiringNew().call(() -> new StoredEntries(session).all(kind));
    }

    /** Changes an entry; gives the revision. Throws a FaultyDataException where it is at fault then. */
    public long amend(SeedKind kind, String slug, String why, Consumer<ObjectNode> change) {
        return writes.run(WriteBounds.LOAD, false, writing -> {
            Map<SeedKind, List<ObjectNode>> all = all();
            all.get(kind).stream().filter(entry -> entry.get("slug").asText().equals(slug)).findFirst().ifPresent(change);
            return writing.write(Draft.of(checked(all), kind, slug), author(why));
        });
    }

    /** Records an entry; gives the revision. */
    public long record(SeedKind kind, ObjectNode entry) {
        return writes.run(WriteBounds.LOAD, false, writing -> {
            Map<SeedKind, List<ObjectNode>> all = all();
            all.get(kind).add(entry);
            return writing.write(Draft.of(checked(all), kind, entry.get("slug").asText()), author(null));
        });
    }

    /** Takes a record out; gives the revision. Throws a ReferredToException where others refer to it. */
    public long retract(SeedKind kind, String slug, String why) {
        return writes.run(WriteBounds.LOAD, false, writing -> writing.write(Draft.without(kind, slug), author(why)));
    }

    private Authorship author(String why) {
        return new Authorship(null, null, NAME, ChangeAct.AMENDED, why);
    }

    private Map<SeedKind, List<ObjectNode>> all() {
        Map<SeedKind, List<ObjectNode>> all = new EnumMap<>(SeedKind.class);
        for (SeedKind kind : SeedKind.values()) {
            all.put(kind, new ArrayList<>(new StoredEntries(session).all(kind)));
        }
        return all;
    }

    private static DataSet checked(Map<SeedKind, List<ObjectNode>> all) {
        SeedFolder folder = SeedFolder.of(all.entrySet().stream().map(
                of -> new SeedFile(of.getKey(), "the database", JsonNodeFactory.instance.arrayNode().addAll(of.getValue()), pointer -> 0))
                .toList());
        List<Fault> faults = new ArrayList<>();
        Checks.run(folder, faults::add);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return DataSet.of(folder);
    }
}
