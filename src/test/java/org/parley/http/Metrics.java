package org.parley.http;

import java.util.OptionalDouble;
import org.parley.Management;

/** What the service counts, as Prometheus reads it. */
final class Metrics {

    private Metrics() {
    }

    /** The value of that series, its name with its labels; empty where nothing was counted yet. */
    static OptionalDouble value(String series) {
        String begin = series + " ";
        return Management.get("/q/metrics").asString().lines().filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(begin.length()))).findFirst();
    }
}
