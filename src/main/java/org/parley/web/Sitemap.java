package org.parley.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.parley.auth.TokenAuthenticator;
import org.parley.http.HttpRejectionException;
import org.parley.http.Page;
import org.parley.http.PageContent;
import org.parley.http.PageHandler;
import org.parley.http.PageReader;
import org.parley.web.SitemapReader.Listing;

/**
 * Lists the pages of all records for search engines.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
@ApplicationScoped
class Sitemap {

    /** Addresses of one file. Search engines read at most 50,000; more than these take too long to read for a request. */
    static final int SIZE = 5_000;
    private static final String TYPE = "application/xml; charset=utf-8";

    /** An address, and when it last changed; null if that is unknown. */
    record Address(String url, String changed) {}

    private final ExplorerConfig config;
    private final Site site;
    private final PageHandler pages;
    private final SitemapReader records;
    private final boolean open;

    Sitemap(ExplorerConfig config, Site site, PageHandler pages, SitemapReader records, TokenAuthenticator callers) {
        this.config = config;
        this.site = site;
        this.pages = pages;
        this.records = records;
        this.open = callers.readingIsOpen();
    }

    void open(@Observes Router router) {
        if (config.enabled()) {
            pages.open(router.route("/sitemap.xml").order(ExplorerPage.ORDER), context -> new File(site.url(context.request()), 0));
            pages.open(router.routeWithRegex("/sitemap-(?<number>[1-9][0-9]{0,5})\\.xml").order(ExplorerPage.ORDER),
                    context -> new File(site.url(context.request()), Integer.parseInt(context.pathParam("number"))));
            router.route("/robots.txt").method(HttpMethod.GET).method(HttpMethod.HEAD).order(ExplorerPage.ORDER).handler(this::robots);
        }
    }

    /** If reading needs a token, search engines find nothing. */
    private void robots(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8").putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(open ? "User-agent: *\nDisallow: /graphiql/\nSitemap: " + site.url(context.request()) + "sitemap.xml\n"
                        : "User-agent: *\nDisallow: /\n");
    }

    /** A file of addresses; number 0 is the first one if it is the only one, and else the list of all. */
    private final class File implements Page {

        private final String url;
        private final int number;

        File(String url, int number) {
            this.url = url;
            this.number = number;
        }

        @Override
        public String key() {
            return url + "sitemap " + number;
        }

        @Override
        public PageContent show(PageReader reader) throws HttpRejectionException {
            if (reader.asOf() != null) {
                return fail(400, "The sitemap lists current records; leave out asOf.");
            }
            Listing listing = records.read(reader.minRevision(), reader.memory(), number, SIZE);
            reader.read(listing.revision());
            long files = listing.files();
            if (number > files) {
                return fail(404, "There are only " + files + " files.");
            }
            if (number == 0 && files > 1) {
                List<Address> all = LongStream.rangeClosed(1, files).mapToObj(file -> new Address(url + "sitemap-" + file + ".xml", null))
                        .toList();
                return new PageContent(200, TYPE, Templates.sitemapindex(all).render(), Map.of());
            }
            List<Address> addresses = listing.rows().stream().map(row -> new Address(url + SitemapReader.address(row), row.changed()))
                    .toList();
            return new PageContent(200, TYPE, Templates.sitemap(addresses).render(), Map.of());
        }

        @Override
        public PageContent fail(int status, String message) {
            return PageContent.message(status, message);
        }
    }
}
