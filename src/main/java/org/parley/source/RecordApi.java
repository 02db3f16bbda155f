package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.fault.BadUserInputException;
import org.parley.graphql.Node;
import org.parley.graphql.PartialListException;
import org.parley.paging.PageRequest;

/** Records by their global ids, and what is loaded. */
@GraphQLApi
@ApplicationScoped
public class RecordApi {

    private final RecordQueries records;

    RecordApi(RecordQueries records) {
        this.records = records;
    }

    @Query
    @Description("One record by its global id, whatever its type; null where there is none.")
    public Node node(@Id @NonNull @Description("An id that this service gave.") String id) {
        return (Node) records.bySlugs(List.of(RecordName.of(id))).get(0);
    }

    @Query
    @NonNull
    @Description("Records by their global ids, in that order; null for each that there is none of, with an error for each that is no id.")
    public List<Node> nodes(@NonNull @Description("Ids that this service gave, at most 100.") List<String> ids) {
        if (ids.size() > PageRequest.MOST) {
            throw new BadUserInputException("ids has " + ids.size() + " ids; send at most " + PageRequest.MOST);
        }
        Map<String, BadUserInputException> refused = new HashMap<>();
        List<Recorded> found = records.bySlugs(ids.stream().map(id -> name(id, refused)).toList());
        if (!refused.isEmpty()) {
            throw new PartialListException(IntStream.range(0, ids.size())
                    .mapToObj(i -> refused.containsKey(ids.get(i)) ? refused.get(ids.get(i)) : found.get(i)).toList());
        }
        return found.stream().map(Node.class::cast).toList();
    }

    /** The record that an id names; null where it is no id, which is noted. */
    private static RecordName name(String id, Map<String, BadUserInputException> refused) {
        try {
            return RecordName.of(id);
        } catch (BadUserInputException e) {
            refused.put(id, e);
            return null;
        }
    }

    @Query
    @NonNull
    @Description("What is loaded: counts, the revision that changes with every write, when it was loaded.")
    public Dataset dataset() {
        return records.dataset();
    }

    @NonNull
    @Description("How many records of each kind there are.")
    public List<@NonNull List<@NonNull RecordCount>> counts(@org.eclipse.microprofile.graphql.Source List<Dataset> datasets) {
        return Collections.nCopies(datasets.size(), records.counts());
    }
}
