package org.parley.http;

import io.restassured.RestAssured;
import java.util.OptionalDouble;

/** What the service counts, as Prometheus reads it. */
final class Metrics {

    private Metrics() {
    }

    /** The value of that series, its name with its labels; empty where nothing was counted yet. */
    static OptionalDouble value(String series) {
        String begin = series + " ";
        return RestAssured.get("/q/metrics").asString().lines().filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(begin.length()))).findFirst();
    }
}
