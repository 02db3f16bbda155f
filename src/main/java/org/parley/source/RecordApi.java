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

    /** How many other records of its happening a record shows. */
    private static final int MOST_OF_HAPPENING = 10;

    private final RecordQueries records;

    RecordApi(RecordQueries records) {
        this.records = records;
    }

    @Query
    @Description("""
            One record of any kind by its global id; null if not found. \
            Example: `node(id: "QWN0b3I6YXJtZW5pYQ") { id ... on Actor { name } }`.""")
    public Node node(@Id @NonNull @Description("An `id` returned by this service. Anything else is an error.") String id) {
        return (Node) records.bySlugs(List.of(RecordName.of(id))).get(0);
    }

    @Query
    @NonNull
    @Description("""
            Records of any kind by their global ids, in the order of `ids`; null for each that does not exist. \
            Example: `nodes(ids: ["QWN0b3I6YXJtZW5pYQ"]) { id }`.""")
    public List<Node> nodes(@NonNull @Description("""
            At most 100. For each value that is not an id, the list has null, and there is an error.""") List<String> ids) {
        if (ids.size() > PageRequest.MAX_SIZE) {
            throw new BadUserInputException("ids has " + ids.size() + " ids; send at most " + PageRequest.MAX_SIZE);
        }
        Map<String, BadUserInputException> rejected = new HashMap<>();
        List<RecordEntity> found = records.bySlugs(ids.stream().map(id -> name(id, rejected)).toList());
        if (!rejected.isEmpty()) {
            throw new PartialListException(IntStream.range(0, ids.size())
                    .mapToObj(i -> rejected.containsKey(ids.get(i)) ? rejected.get(ids.get(i)) : found.get(i)).toList());
        }
        return found.stream().map(Node.class::cast).toList();
    }

    /** The record that an id names; null where it is no id, which is noted. */
    private static RecordName name(String id, Map<String, BadUserInputException> rejected) {
        try {
            return RecordName.of(id);
        } catch (BadUserInputException e) {
            rejected.put(id, e);
            return null;
        }
    }

    @Query
    @NonNull
    @Description("What is loaded, and the latest revision. Example: `dataset { revision counts { type count } }`.")
    public Dataset dataset() {
        return records.dataset();
    }

    @NonNull
    @Description("Number of records of each kind.")
    public List<@NonNull List<@NonNull RecordCount>> counts(@org.eclipse.microprofile.graphql.Source List<Dataset> datasets) {
        return Collections.nCopies(datasets.size(), records.counts());
    }

    @NonNull
    @Description("Other records of the same happening, such as a meeting and the agreement made there, by kind and slug. At most 10.")
    public List<@NonNull List<@NonNull AnyRecord>> sameHappening(@org.eclipse.microprofile.graphql.Source List<HasHappening> parents) {
        return records.ofOneHappening(RecordEntity.of(parents), MOST_OF_HAPPENING).stream()
                .map(found -> found.stream().map(AnyRecord.class::cast).toList()).toList();
    }
}
