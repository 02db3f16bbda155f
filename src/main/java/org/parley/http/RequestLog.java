package org.parley.http;

import java.util.Locale;
import org.jboss.logging.Logger;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;

/** One line a request. */
final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.parley.request");
    private static final int HASH_SHOWN = 12;
    private static final int NAME_SHOWN = 100;

    private RequestLog() {
    }

    static void answered(String document, Answer answer, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.info(String.format(Locale.ROOT, "operation=%s document=%s cost=%d ms=%.1f sql=%d status=%s", name(answer.operation()),
                    PersistedQueries.hash(document).substring(0, HASH_SHOWN), answer.cost(), nanos / 1e6, answer.statements(),
                    answer.status()));
        }
    }

    /** The name is the client's choice, and may be as long as a document. */
    private static String name(String operation) {
        return operation == null ? "-" : operation.substring(0, Math.min(operation.length(), NAME_SHOWN));
    }

    /** An answer that was kept is given faster than a line is written: it is counted, and told only where somebody wants to know. */
    static void kept() {
        LOG.debug("operation=- status=kept");
    }

    static void refused(RefusedException refusal) {
        LOG.info("operation=- status=refused http=" + refusal.status() + " code=" + refusal.code());
    }

    static void failed(Failure failure) {
        LOG.infof("operation=- status=failed code=%s", failure.code());
    }
}
