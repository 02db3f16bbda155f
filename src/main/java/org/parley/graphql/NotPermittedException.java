package org.parley.graphql;

import org.parley.fault.ErrorCode;

/** A change by somebody who may not make it; refused before anything of the document is run. */
final class NotPermittedException extends RefusedDocumentException {

    private NotPermittedException(ErrorCode code, String message) {
        super(code, message);
    }

    static void check(Caller caller, Mutation mutation) {
        if (caller.isAnonymous()) {
            throw new NotPermittedException(ErrorCode.UNAUTHENTICATED,
                    mutation.definition().getName() + " changes the record; send the bearer token of an editor with it");
        }
        if (!caller.may(mutation.role())) {
            throw new NotPermittedException(ErrorCode.FORBIDDEN,
                    mutation.definition().getName() + " needs the role " + mutation.role() + ", which " + caller.name() + " does not have");
        }
    }
}
