package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.parley.seed.check.Nearest;

/** What an editor has seen of a record, and what it has become since. */
@ApplicationScoped
class Sight {

    private final EditQueries queries;

    Sight(EditQueries queries) {
        this.queries = queries;
    }

    /** A record's entry, and the revision since which it is so. */
    record Present(ObjectNode entry, long revision) {

        /** What a record is that is still to be made. */
        static final Present NONE = new Present(null, 0);
    }

    /** The record as it is; refused where there is none, or it is not as the editor has seen it. */
    Present present(Asked asked) {
        long seen = seen(asked);
        List<ObjectNode> found = queries.stored().ofSlugs(asked.kind(), List.of(asked.slug()));
        if (found.isEmpty()) {
            throw seen < 0 ? absent(asked) : queries.changesSince(asked.kind(), asked.slug(), seen).stream().reduce((one, later) -> later)
                    .filter(Since::isRetraction).map(last -> stale(asked, null, seen)).orElseGet(() -> absent(asked));
        }
        long revision = queries.since(asked.kind(), asked.slug());
        if (seen >= 0 && seen != revision) {
            throw stale(asked, String.valueOf(revision), seen);
        }
        return new Present(found.get(0), revision);
    }

    private static long seen(Asked asked) {
        if (asked.seen() == null) {
            return -1;
        }
        if (!asked.seen().matches("\\d{1,18}")) {
            throw InputFault.refusal(List
                    .of(new InputFault("revision", "'" + asked.seen() + "' is no revision; send the record's `revision` as it was read")));
        }
        return Long.parseLong(asked.seen());
    }

    private DeclinedException absent(Asked asked) {
        Optional<String> statement = queries.statementOf(asked.kind(), asked.slug());
        String instead = statement.isPresent() ? "it is a point of the statement '" + statement.get() + "'; amend that"
                : Nearest.of(asked.slug(), queries.near(asked.kind(), asked.slug())).map(near -> "send " + near)
                        .orElse("send the slug of one that there is");
        return InputFault.refusal(
                List.of(new InputFault("slug", "there is no " + asked.kind().word() + " '" + asked.slug() + "' of its own; " + instead)));
    }

    private DeclinedException stale(Asked asked, String revision, long seen) {
        List<Since> changes = queries.changesSince(asked.kind(), asked.slug(), seen);
        String what = changes.isEmpty() ? "" : " (" + changes.get(changes.size() - 1).words() + ")";
        return new DeclinedException(ErrorCode.CONFLICT,
                "nothing was written: " + asked.record() + " is not as it was at the revision " + seen + what
                        + "; read it again, and send the revision that you then see",
                revision == null ? Map.of("changes", told(changes)) : Map.of("revision", revision, "changes", told(changes)));
    }

    private static List<Map<String, Object>> told(List<Since> changes) {
        return changes.stream().map(Since::told).toList();
    }
}
