package org.parley.entry.write;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a record or office to be removed is still referenced. The write is rolled back. */
public class ReferredToException extends RuntimeException {

    private final transient List<Referrer> referrers;

    ReferredToException(List<Referrer> referrers) {
        super(referrers.stream()
                .map(one -> one.kind() + " '" + one.slug() + "' refers to the " + one.referredKind() + " '" + one.referredName() + "'")
                .collect(Collectors.joining("; ")));
        this.referrers = referrers;
    }

    public List<Referrer> referrers() {
        return referrers;
    }
}
