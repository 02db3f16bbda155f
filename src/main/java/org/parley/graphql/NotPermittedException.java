package org.parley.graphql;

import org.parley.fault.ErrorCode;

/** A mutation that the client may not execute: it is anonymous or lacks the role. Rejected before execution. */
final class NotPermittedException extends DocumentRejectedException {

    private NotPermittedException(ErrorCode code, String message) {
        super(code, message);
    }

    static void check(Caller caller, MutationField mutation) {
        if (caller.isAnonymous()) {
            throw new NotPermittedException(ErrorCode.UNAUTHENTICATED,
                    mutation.definition().getName() + " changes the record. Send the bearer token of an editor.");
        }
        if (!caller.hasRole(mutation.role())) {
            throw new NotPermittedException(ErrorCode.FORBIDDEN, mutation.definition().getName() + " requires the role " + mutation.role()
                    + ". " + caller.name() + " does not have it.");
        }
    }
}
