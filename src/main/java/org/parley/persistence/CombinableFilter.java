package org.parley.persistence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A filter that combines with filters of its own type. All conditions of a filter must match, and so must its `and`, its `or` and its
 * `not`.
 */
@RegisterForReflection
public interface CombinableFilter<F extends CombinableFilter<F>> {

    String AND = "All of these filters match.";
    String OR = "At least one of these filters matches. An empty list matches nothing.";
    String NOT = "This filter does not match.";

    /** Filters that must all match; null for none. */
    List<F> and();

    /** Filters of which one must match; null for none. */
    List<F> or();

    /** A filter that must not match; null for none. */
    F not();
}
