package org.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.http.HttpRejectionException;
import org.parley.http.Page;
import org.parley.http.PageContent;
import org.parley.http.PageHandler;
import org.parley.http.PageReader;

/**
 * The latest changes of the record as an Atom feed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
@ApplicationScoped
class ChangeFeed {

    /** Relative to the root. */
    static final String PATH = "changes.atom";
    private static final String TYPE = "application/atom+xml; charset=utf-8";
    /** When nothing has changed yet. */
    private static final String NEVER = "1970-01-01T00:00:00Z";

    /** One change. */
    record Entry(String id, String title, String updated, String author, String address, String summary) {}

    private final ExplorerConfig config;
    private final Site site;
    private final PageHandler pages;

    ChangeFeed(ExplorerConfig config, Site site, PageHandler pages) {
        this.config = config;
        this.site = site;
        this.pages = pages;
    }

    void open(@Observes Router router) {
        if (config.enabled()) {
            pages.open(router.route("/" + PATH).order(ExplorerPage.ORDER), this::page);
        }
    }

    private Page page(RoutingContext context) {
        String url = site.url(context.request());
        return new Page() {

            @Override
            public String key() {
                return url + PATH + context.request().getParam("asOf");
            }

            @Override
            public PageContent show(PageReader reader) throws HttpRejectionException {
                LinkedList<Entry> entries = new LinkedList<>();
                reader.ask(Documents.text(), "Changes", Map.of()).at("/changes/nodes").forEach(each -> entries.addFirst(entry(each, url)));
                String updated = entries.isEmpty() ? NEVER : entries.getFirst().updated();
                return new PageContent(200, TYPE, Templates.feed(url, updated, entries).render(), Map.of());
            }

            @Override
            public PageContent fail(int status, String message) {
                return PageContent.message(status, message);
            }
        };
    }

    private static Entry entry(JsonNode change, String url) {
        JsonNode record = change.path("record");
        String act = RecordViews.words(change.path("act").asText());
        String name = record.isObject() ? RecordViews.title(record)
                : RecordViews.words(change.path("recordType").asText()) + " " + change.path("slug").asText();
        List<String> fields = StreamSupport.stream(change.path("fields").spliterator(), false).map(each -> each.path("field").asText())
                .toList();
        String summary = fields.isEmpty() ? act : act + ": " + fields.stream().distinct().collect(Collectors.joining(", "));
        String why = RecordViews.text(change, "why");
        return new Entry("urn:parley:change:" + change.path("id").asText(), name + ": " + act, change.path("at").asText(),
                change.path("editor").asText(), url + (record.isObject() ? RecordViews.address(record) : "changes"),
                why == null ? summary : summary + ". " + why);
    }
}
