package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.entry.check.Suggestion;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;

/** Checks that a record has not changed since the client read it. */
@ApplicationScoped
class RevisionCheck {

    private final ReferenceQueries queries;

    RevisionCheck(ReferenceQueries queries) {
        this.queries = queries;
    }

    /** The stored entry and the revision of its last change. */
    record CurrentEntry(ObjectNode entry, long revision) {

        /** Used for new records. */
        static final CurrentEntry NONE = new CurrentEntry(null, 0);
    }

    /** Returns the stored entry. Rejects the mutation if the record does not exist or was changed. */
    CurrentEntry currentEntry(MutationCommand command) {
        long expected = expected(command);
        Optional<CurrentEntry> found = queries.currentEntry(command.kind(), command.slug());
        if (found.isEmpty()) {
            throw expected < 0 ? absent(command)
                    : queries.changesSince(command.kind(), command.slug(), expected).stream().reduce((one, later) -> later)
                            .filter(ChangesSince::isRetraction).map(last -> stale(command, null, expected))
                            .orElseGet(() -> absent(command));
        }
        long revision = found.get().revision();
        if (expected >= 0 && expected != revision) {
            throw stale(command, String.valueOf(revision), expected);
        }
        return found.get();
    }

    private static long expected(MutationCommand command) {
        if (command.expectedRevision() == null) {
            return -1;
        }
        if (!command.expectedRevision().matches("\\d{1,18}")) {
            throw InputFault.rejection(List.of(new InputFault("revision",
                    "'" + command.expectedRevision() + "' is not a revision; send the `revision` of the record as last read")));
        }
        return Long.parseLong(command.expectedRevision());
    }

    private RequestDeclinedException absent(MutationCommand command) {
        Optional<String> statement = queries.statementOf(command.kind(), command.slug());
        String hint = statement.isPresent() ? "it is a point of the statement '" + statement.get() + "'; amend that statement"
                : Suggestion.of(command.slug(), queries.similarSlugs(command.kind(), command.slug()))
                        .map(suggestion -> "send " + suggestion).orElse("send the slug of an existing record");
        return InputFault.rejection(List.of(new InputFault("slug", "there is no entry for " + command.record() + "; " + hint)));
    }

    private RequestDeclinedException stale(MutationCommand command, String revision, long expected) {
        List<ChangesSince> changes = queries.changesSince(command.kind(), command.slug(), expected);
        String lastChange = changes.isEmpty() ? "" : " (" + changes.get(changes.size() - 1).describe() + ")";
        return new RequestDeclinedException(ErrorCode.CONFLICT,
                "Nothing was written: " + command.record() + " has changed since revision " + expected + lastChange
                        + ". Read it again and send its current revision.",
                revision == null ? Map.of("changes", toExtensions(changes))
                        : Map.of("revision", revision, "changes", toExtensions(changes)));
    }

    private static List<Map<String, Object>> toExtensions(List<ChangesSince> changes) {
        return changes.stream().map(ChangesSince::toExtension).toList();
    }
}
