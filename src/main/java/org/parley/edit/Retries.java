package org.parley.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.seed.entry.Digest;

/** A change that is sent again, for its answer was lost, is done once. */
@ApplicationScoped
class Retries {

    private static final int LONGEST = 200;
    private static final ObjectWriter SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build().writer();

    private final MutationQueries queries;

    Retries(MutationQueries queries) {
        this.queries = queries;
    }

    /** What was done when it was sent before. The name of another change is refused. */
    Optional<Done> done(Asked asked) {
        if (asked.clientMutationId() == null) {
            return Optional.empty();
        }
        if (asked.clientMutationId().isBlank() || asked.clientMutationId().length() > LONGEST) {
            throw refusal("send a name of 1 to " + LONGEST + " characters, or none");
        }
        return queries.of(asked.caller().id(), asked.clientMutationId()).map(noted -> {
            if (!noted.digest().equals(digest(asked))) {
                throw refusal("names another change that was made; send this one under a name of its own");
            }
            return noted.done();
        });
    }

    private static RuntimeException refusal(String message) {
        return InputFault.refusal(List.of(new InputFault(EditPayload.CLIENT_MUTATION_ID, message)));
    }

    /** Notes what was done, in the transaction that does it. */
    void note(Asked asked, Done done) {
        if (asked.clientMutationId() != null) {
            queries.note(asked.caller().id(), asked.clientMutationId(), digest(asked), done);
        }
    }

    private static String digest(Asked asked) {
        Map<String, Object> all = new TreeMap<>(asked.arguments());
        all.put("", asked.mutation());
        try {
            return Digest.of(SORTED.writeValueAsBytes(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
