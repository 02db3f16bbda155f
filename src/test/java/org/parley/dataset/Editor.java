package org.parley.dataset;

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
import org.parley.entry.DataSet;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.StoredEntries;
import org.parley.entry.check.Checks;
import org.parley.entry.write.Authorship;
import org.parley.entry.write.RevisionDraft;
import org.parley.entry.write.WriteTimeouts;
import org.parley.entry.write.WriteTransactions;
import org.parley.record.Kind;

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

    /** Returns the entries of a kind in the database. */
    public List<ObjectNode> entries(Kind kind) {
        return QuarkusTransaction.requiringNew().call(() -> new StoredEntries(session).all(kind));
    }

    /** Changes an entry and returns the revision. Throws a FaultyDataException if the result has faults. */
    public long amend(Kind kind, String slug, String why, Consumer<ObjectNode> change) {
        return writes.run(WriteTimeouts.LOAD, false, writing -> {
            Map<Kind, List<ObjectNode>> all = all();
            all.get(kind).stream().filter(entry -> entry.get("slug").asText().equals(slug)).findFirst().ifPresent(change);
            return writing.write(RevisionDraft.of(checked(all), kind, slug), author(why));
        });
    }

    /** Records an entry and returns the revision. */
    public long record(Kind kind, ObjectNode entry) {
        return writes.run(WriteTimeouts.LOAD, false, writing -> {
            Map<Kind, List<ObjectNode>> all = all();
            all.get(kind).add(entry);
            return writing.write(RevisionDraft.of(checked(all), kind, entry.get("slug").asText()), author(null));
        });
    }

    /** Retracts a record and returns the revision. Throws a ReferredToException if others refer to it. */
    public long retract(Kind kind, String slug, String why) {
        return writes.run(WriteTimeouts.LOAD, false, writing -> writing.write(RevisionDraft.removing(kind, slug), author(why)));
    }

    private Authorship author(String why) {
        return new Authorship(null, null, NAME, ChangeAct.AMENDED, why);
    }

    private Map<Kind, List<ObjectNode>> all() {
        Map<Kind, List<ObjectNode>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, new ArrayList<>(new StoredEntries(session).all(kind)));
        }
        return all;
    }

    private static DataSet checked(Map<Kind, List<ObjectNode>> all) {
        EntryFiles folder = EntryFiles.of(all.entrySet().stream().map(
                of -> new EntryFile(of.getKey(), "the database", JsonNodeFactory.instance.arrayNode().addAll(of.getValue()), pointer -> 0))
                .toList());
        List<Fault> faults = new ArrayList<>();
        Checks.run(folder, faults::add);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return DataSet.of(folder);
    }
}
