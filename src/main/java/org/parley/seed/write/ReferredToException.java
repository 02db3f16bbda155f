package org.parley.seed.write;

import java.util.List;
import java.util.stream.Collectors;

/** What was to go is still referred to by records that stay: the write is not done. */
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
