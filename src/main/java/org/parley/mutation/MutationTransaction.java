package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.change.ChangeAct;
import org.parley.entry.write.Authorship;
import org.parley.entry.write.ReferredToException;
import org.parley.entry.write.RevisionDraft;
import org.parley.entry.write.RevisionWriter;
import org.parley.mutation.RevisionCheck.CurrentEntry;

/** Executes a mutation within a transaction: applies it to the stored entry, checks the result and writes it. */
@ApplicationScoped
class MutationTransaction {

    private static final int MAX_REPORTED = 20;

    private final ReferenceQueries queries;
    private final ReferrerQueries referrers;
    private final IdempotencyStore idempotency;
    private final RevisionCheck revisionCheck;

    MutationTransaction(ReferenceQueries queries, ReferrerQueries referrers, IdempotencyStore idempotency, RevisionCheck revisionCheck) {
        this.queries = queries;
        this.referrers = referrers;
        this.idempotency = idempotency;
        this.revisionCheck = revisionCheck;
    }

    /**
     * Returns the result of an earlier request with the same idempotency key, or executes the mutation. An unchanged entry makes no
     * revision.
     */
    MutationResult make(MutationCommand command, RevisionWriter writing) {
        Optional<MutationResult> before = idempotency.find(command);
        if (before.isPresent()) {
            return before.get();
        }
        CurrentEntry current = command.act().isNew() ? CurrentEntry.NONE : revisionCheck.currentEntry(command);
        List<InputFault> faults = new ArrayList<>();
        ObjectNode after = command.act().apply(current.entry(), command, faults::add);
        RevisionDraft draft = after == null ? RevisionDraft.removing(command.kind(), command.slug())
                : new DraftCheck(queries, referrers).draft(command, current.entry(), after, faults);
        if (current.entry() != null) {
            draft.withStored(command.kind(), command.slug(), current.entry());
        }
        boolean isChange = current.entry() == null || !draft.equalsEntry(current.entry());
        MutationResult result = new MutationResult(command.kind(), command.slug(),
                isChange ? write(writing, draft, command) : current.revision(), isChange);
        idempotency.store(command, result);
        return result;
    }

    private long write(RevisionWriter writing, RevisionDraft draft, MutationCommand command) {
        try {
            return writing.write(draft, Authorship.of(command.caller(), ChangeAct.valueOf(command.act().name()), command.why()));
        } catch (ReferredToException e) {
            throw InputFault.rejection(e.referrers().stream().limit(MAX_REPORTED).map(command.act()::referrerFault).toList());
        }
    }
}
