package org.parley.http;

import java.util.OptionalDouble;
import org.parley.Management;

/** Reads the metrics of the service, in the format of Prometheus. */
final class PrometheusMetrics {

    private PrometheusMetrics() {
    }

    /** Returns the value of a series, given by name and labels; empty if it does not exist yet. */
    static OptionalDouble value(String series) {
        String begin = series + " ";
        return Management.get("/q/metrics").asString().lines().filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(begin.length()))).findFirst();
    }
}
