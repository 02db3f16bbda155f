package org.parley.seed.write;

/** The connection was lost during the commit: whether the write was committed is not known. */
public class CommitUnknownException extends RuntimeException {

    CommitUnknownException(Throwable cause) {
        super("the connection to the database was lost during the commit: whether this was written is not known", cause);
    }
}
