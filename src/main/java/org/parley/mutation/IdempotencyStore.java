package org.parley.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.util.HashUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stores results by idempotency key, so that a mutation sent again is executed once. */
@ApplicationScoped
class IdempotencyStore {

    private static final int MAX_LENGTH = 200;
    private static final ObjectWriter SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build().writer();

    private final MutationQueries queries;

    IdempotencyStore(MutationQueries queries) {
        this.queries = queries;
    }

    /** Returns the result of an earlier request with the same key. Rejects a key that was used for another mutation. */
    Optional<MutationResult> find(MutationCommand command) {
        if (command.clientMutationId() == null) {
            return Optional.empty();
        }
        if (command.clientMutationId().isBlank() || command.clientMutationId().length() > MAX_LENGTH) {
            throw rejection("must have 1 to " + MAX_LENGTH + " characters; omit it if you do not need it");
        }
        return queries.find(command.caller().id(), command.clientMutationId()).map(stored -> {
            if (!stored.digest().equals(digest(command))) {
                throw rejection("was already used for another mutation; send a new one");
            }
            return stored.result();
        });
    }

    private static RuntimeException rejection(String message) {
        return InputFault.rejection(List.of(new InputFault(MutationPayload.CLIENT_MUTATION_ID, message)));
    }

    /** Stores the result in the current transaction. */
    void store(MutationCommand command, MutationResult result) {
        if (command.clientMutationId() != null) {
            queries.store(command.caller().id(), command.clientMutationId(), digest(command), result);
        }
    }

    private static String digest(MutationCommand command) {
        Map<String, Object> all = new TreeMap<>(command.arguments());
        all.put("", command.mutation());
        try {
            return HashUtil.sha256(SORTED.writeValueAsBytes(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
