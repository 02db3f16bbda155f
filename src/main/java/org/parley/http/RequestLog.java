package org.parley.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.parley.fault.ClientError;
import org.parley.graphql.Caller;
import org.parley.graphql.GraphQlResponse;

/** Logs one line per request. */
public final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.parley.request");
    private static final int HASH_SHOWN = 12;
    private static final int NAME_SHOWN = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RequestLog() {
    }

    public static void executed(String document, GraphQlResponse answer, long nanos, Caller caller) {
        if (LOG.isInfoEnabled()) {
            LOG.info(String.format(Locale.ROOT, "operation=%s document=%s cost=%d ms=%.1f sql=%d status=%s%s", name(answer.operation()),
                    PersistedQueries.hash(document).substring(0, HASH_SHOWN), answer.cost(), nanos / 1e6, answer.statements(),
                    answer.status(), editor(caller)));
        }
    }

    /** Returns the editor of an authenticated request. */
    private static String editor(Caller caller) {
        return caller.isAnonymous() ? "" : " editor=" + CONTROL.matcher(name(caller.name())).replaceAll("?") + " editorId=" + caller.id();
    }

    /** Shortens a name, which clients choose freely. */
    private static String name(String given) {
        return given == null ? "-" : given.substring(0, Math.min(given.length(), NAME_SHOWN));
    }

    /** Logs a cached response at level DEBUG, because writing the line takes longer than the response. */
    static void cached() {
        LOG.debug("operation=- status=cached");
    }

    public static void rejected(HttpRejectionException rejection) {
        LOG.info("operation=- status=rejected http=" + rejection.status() + " code=" + rejection.code());
    }

    public static void failed(ClientError failure) {
        LOG.infof("operation=- status=failed code=%s", failure.code());
    }
}
