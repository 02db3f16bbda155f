package org.parley.http;

import org.jboss.logging.Logger;
import org.parley.graphql.Answer;

/** One line a request. */
final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.parley.request");
    private static final int HASH_SHOWN = 12;

    private RequestLog() {
    }

    static void answered(String operationName, String document, Answer answer, long nanos) {
        if (LOG.isInfoEnabled()) {
            String status = !answer.hasData() ? "refused" : answer.errors().isEmpty() ? "ok" : "partial";
            LOG.infof("operation=%s document=%s cost=%d ms=%.1f sql=%d status=%s", operationName == null ? "-" : plain(operationName),
                    PersistedQueries.hash(document).substring(0, HASH_SHOWN), answer.cost(), nanos / 1e6, answer.statements(), status);
        }
    }

    static void refused(RefusedException refusal) {
        LOG.infof("operation=- status=%d code=%s", refusal.status(), refusal.code());
    }

    /** What a client chose may not begin a line of its own. */
    private static String plain(String name) {
        return name.replaceAll("[^\\w-]", "?");
    }
}
