package org.parley.http;

import org.jboss.logging.Logger;
import org.parley.graphql.Answer;

/** One line a request. */
final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.parley.request");
    private static final int HASH_SHOWN = 12;

    private RequestLog() {
    }

    static void answered(String document, Answer answer, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.infof("operation=%s document=%s cost=%d ms=%.1f sql=%d status=%s", answer.operation() == null ? "-" : answer.operation(),
                    PersistedQueries.hash(document).substring(0, HASH_SHOWN), answer.cost(), nanos / 1e6, answer.statements(),
                    answer.status());
        }
    }

    static void refused(RefusedException refusal) {
        LOG.infof("operation=- status=%d code=%s", refusal.status(), refusal.code());
    }
}
