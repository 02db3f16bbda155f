package org.parley.live;

import java.time.Clock;
import org.parley.graphql.Limits;
import org.parley.http.BufferedBytes;
import org.parley.http.Places;
import org.parley.rights.Callers;

/** What every connection works with. */
record Means(
        LiveConfig config,
        Limits limits,
        Clock clock,
        Callers callers,
        Messages messages,
        Asking asking,
        Feed feed,
        Places places,
        BufferedBytes bytes,
        LiveMetrics metrics) {}
