package org.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.parley.fault.BadUserInputException;
import org.parley.graphql.GlobalId;
import org.parley.http.HttpRejectionException;
import org.parley.http.Page;
import org.parley.http.PageContent;
import org.parley.http.PageReader;
import org.parley.record.Kind;
import org.parley.web.RecordView.Link;
import org.parley.web.Site.Shell;
import org.parley.web.Templates.Head;
import org.parley.web.Templates.Notice;

/** The pages of records, readable without scripts. */
@Singleton
class RecordPages {

    static final String HTML = "text/html; charset=utf-8";
    /** Characters of a description that search engines and messengers show. */
    private static final int DESCRIPTION = 200;

    private final Site site;

    RecordPages(Site site) {
        this.site = site;
    }

    Page of(RoutingContext context, Kind kind) {
        boolean embedded = context.request().getParam("embed") != null && site.isEmbeddable();
        return new RecordPage(kind, context.pathParam("slug"), site.url(context.request()), context.request().getParam("asOf"), embedded);
    }

    /** Reads a record; null if no record has that slug. */
    static JsonNode read(PageReader reader, Kind kind, String slug) throws HttpRejectionException {
        if (kind == Kind.POSITION && !isPosition(slug)) {
            return null;
        }
        JsonNode record = reader.ask(Documents.text(), kind.typeName(), Map.of("slug", slug)).get("record");
        JsonNode found = record.isArray() ? record.path(0) : record;
        return found.has("label") ? found : null;
    }

    private static boolean isPosition(String id) {
        try {
            return GlobalId.decode(id).type().equals(Kind.POSITION.typeName());
        } catch (BadUserInputException notAnId) {
            return false;
        }
    }

    /** Describes a record in one or two sentences. */
    static String description(RecordView view) {
        String date = view.date() == null ? "" : ", " + view.date().printed();
        String begin = Character.toUpperCase(view.kind().charAt(0)) + view.kind().substring(1) + date;
        return Texts.shortened(view.summary() == null ? begin + ": " + view.title() : begin + ". " + view.summary(), DESCRIPTION);
    }

    private final class RecordPage implements Page {

        private final Kind kind;
        private final String slug;
        private final String url;
        private final String asOf;
        private final boolean embedded;

        RecordPage(Kind kind, String slug, String url, String asOf, boolean embedded) {
            this.kind = kind;
            this.slug = slug;
            this.url = url;
            this.asOf = asOf;
            this.embedded = embedded;
        }

        @Override
        public String key() {
            return String.join(" ", url, kind.word(), slug, String.valueOf(asOf), String.valueOf(embedded));
        }

        @Override
        public PageContent show(PageReader reader) throws HttpRejectionException {
            JsonNode record = read(reader, kind, slug);
            if (record == null) {
                return notFound(reader);
            }
            RecordView view = new RecordViews(asOf).of(record);
            String address = url + RecordViews.address(record);
            String description = description(view);
            // Both describe the current state.
            String jsonLd = asOf == null ? JsonLd.of(record, url, description) : null;
            String oembed = asOf == null && site.isEmbeddable()
                    ? url + Oembed.PATH.substring(1) + "?url=" + URLEncoder.encode(address, StandardCharsets.UTF_8) : null;
            Head head = new Head(view.title() + " · Parley", description, asOf == null ? address : null, jsonLd, oembed,
                    url + ChangeFeed.PATH);
            return content(200, head, view, null);
        }

        private PageContent notFound(PageReader reader) throws HttpRejectionException {
            String words = slug.replaceAll("[^\\p{L}]+", " ").strip();
            JsonNode hits = words.isEmpty() ? MissingNode.getInstance()
                    : reader.ask(Documents.text(), "Similar", Map.of("text", words)).at("/search/nodes");
            List<Link> similar = StreamSupport.stream(hits.spliterator(), false).map(new RecordViews(asOf)::link).toList();
            return notice(404, "There is no such record",
                    "No " + kind.word() + " has the name " + slug + (similar.isEmpty() ? "." : ". Similar records:"), similar);
        }

        @Override
        public PageContent fail(int status, String message) {
            return notice(status, "The record cannot be shown", message, List.of());
        }

        private PageContent notice(int status, String title, String text, List<Link> links) {
            Head head = new Head(title + " · Parley", text, null, null, null, url + ChangeFeed.PATH);
            return content(status, head, null, new Notice(title, text, links));
        }

        private PageContent content(int status, Head head, RecordView view, Notice notice) {
            Shell shell = site.shell("../");
            return embedded ? new PageContent(status, HTML, Templates.embedded(shell, head, view, notice).render(), site.embeddedHeaders())
                    : new PageContent(status, HTML, Templates.page(shell, head, view, notice).render(), site.headers());
        }
    }
}
