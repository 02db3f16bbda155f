package org.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.HtmlEscaper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.fault.ErrorCode;
import org.parley.http.HttpRejectionException;
import org.parley.http.Page;
import org.parley.http.PageContent;
import org.parley.http.PageHandler;
import org.parley.http.PageReader;
import org.parley.record.Kind;

/**
 * Describes how other sites embed a record.
 *
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
@ApplicationScoped
class Oembed {

    static final String PATH = "/oembed";
    /** Pixels. */
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final JsonMapper JSON = new JsonMapper();

    private final ExplorerConfig config;
    private final Site site;
    private final PageHandler pages;
    private final HtmlEscaper escaper = new HtmlEscaper(List.of("text/html"));

    /** A record that an address leads to. */
    private record Target(Kind kind, String slug) {}

    Oembed(ExplorerConfig config, Site site, PageHandler pages) {
        this.config = config;
        this.site = site;
        this.pages = pages;
    }

    void open(@Observes Router router) {
        if (config.enabled() && site.isEmbeddable()) {
            pages.open(router.route(PATH).order(ExplorerPage.ORDER), Description::new);
        }
    }

    private final class Description implements Page {

        private final String root;
        private final String url;
        private final String format;
        private final int width;
        private final int height;

        Description(RoutingContext context) {
            this.root = site.url(context.request());
            this.url = context.request().getParam("url");
            this.format = context.request().getParam("format");
            this.width = size(context.request().getParam("maxwidth"), WIDTH);
            this.height = size(context.request().getParam("maxheight"), HEIGHT);
        }

        private static int size(String most, int usual) {
            return most != null && most.matches("[1-9]\\d{0,5}") ? Math.min(usual, Integer.parseInt(most)) : usual;
        }

        @Override
        public String key() {
            return String.join(" ", root, "oembed", url, format, String.valueOf(width), String.valueOf(height));
        }

        @Override
        public PageContent show(PageReader reader) throws HttpRejectionException {
            if (format != null && !format.equals("json")) {
                return fail(501, "Only format=json is supported.");
            }
            if (url == null) {
                return fail(400, "Send the address of a record as url.");
            }
            Optional<Target> target = target();
            JsonNode record = target.isEmpty() ? null : RecordPages.read(reader, target.get().kind(), target.get().slug());
            if (record == null) {
                return fail(404, "The address is not that of a record here. Send one such as " + root + "meeting/SLUG.");
            }
            return new PageContent(200, "application/json; charset=utf-8", json(record), Map.of());
        }

        private Optional<Target> target() {
            String path = url.startsWith(root) ? url.substring(root.length()).replaceFirst("[?#].*", "") : "";
            String[] parts = path.split("/");
            return parts.length != 2 ? Optional.empty() : Arrays.stream(Kind.values()).filter(kind -> kind.word().equals(parts[0]))
                    .findFirst().map(kind -> new Target(kind, decoded(parts[1])));
        }

        private static String decoded(String part) {
            try {
                return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return part;
            }
        }

        private String json(JsonNode record) throws HttpRejectionException {
            String title = RecordViews.title(record);
            String frame = "<iframe src=\"" + root + RecordViews.address(record) + "?embed\" width=\"" + width + "\" height=\"" + height
                    + "\" title=\"" + escaper.map(title, null) + "\" loading=\"lazy\"></iframe>";
            try {
                return JSON.writeValueAsString(
                        JSON.createObjectNode().put("version", "1.0").put("type", "rich").put("title", title).put("provider_name", "Parley")
                                .put("provider_url", root).put("width", width).put("height", height).put("html", frame));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new HttpRejectionException(500, ErrorCode.INTERNAL, "The description cannot be written.");
            }
        }

        @Override
        public PageContent fail(int status, String message) {
            return PageContent.message(status, message);
        }
    }
}
