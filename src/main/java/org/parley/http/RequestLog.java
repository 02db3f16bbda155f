package org.parley.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;

/** One line a request. */
public final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.parley.request");
    private static final int HASH_SHOWN = 12;
    private static final int NAME_SHOWN = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RequestLog() {
    }

    public static void answered(String document, Answer answer, long nanos, Caller caller) {
        if (LOG.isInfoEnabled()) {
            LOG.info(String.format(Locale.ROOT, "operation=%s document=%s cost=%d ms=%.1f sql=%d status=%s%s", name(answer.operation()),
                    PersistedQueries.hash(document).substring(0, HASH_SHOWN), answer.cost(), nanos / 1e6, answer.statements(),
                    answer.status(), editor(caller)));
        }
    }

    /** Who asks, where that is known. */
    private static String editor(Caller caller) {
        return caller.isAnonymous() ? "" : " editor=" + CONTROL.matcher(name(caller.name())).replaceAll("?") + " editorId=" + caller.id();
    }

    /** A name is the client's choice, and may be as long as a document. */
    private static String name(String given) {
        return given == null ? "-" : given.substring(0, Math.min(given.length(), NAME_SHOWN));
    }

    /** An answer that was kept is given faster than a line is written: it is counted, and told only where somebody wants to know. */
    static void kept() {
        LOG.debug("operation=- status=kept");
    }

    public static void refused(RefusedException refusal) {
        LOG.info("operation=- status=refused http=" + refusal.status() + " code=" + refusal.code());
    }

    public static void failed(Failure failure) {
        LOG.infof("operation=- status=failed code=%s", failure.code());
    }
}
