package org.parley;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The management port of the service under test: its health and metrics. */
public final class Management {

    private Management() {
    }

    public static Response get(String path) {
        return RestAssured.given().port(port()).get(path);
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    }
}
