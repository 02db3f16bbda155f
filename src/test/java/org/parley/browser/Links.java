package org.parley.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links to GraphiQL, as other pages write them. */
final class Links {

    static final String PAGE = "/graphiql/";

    private Links() {
    }

    static String to(String query) {
        return PAGE + "?query=" + encode(query);
    }

    static String to(String query, String variables) {
        return to(query) + "&variables=" + encode(variables);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
