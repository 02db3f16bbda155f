package org.parley.entry.write;

/** Thrown if the connection was lost during the commit, so that the outcome is unknown. */
public class CommitUnknownException extends RuntimeException {

    CommitUnknownException(Throwable cause) {
        super("The database connection was lost during the commit. It is not known whether the change was written.", cause);
    }
}
