package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A row with a host or mediator and a leader. */
@RegisterForReflection
interface Mediated {

    long mediatorKey();

    long leaderKey();
}
