package org.parley.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.parley.web.Site.Shell;

/** The templates of the explorer's documents, which escape all values. */
@CheckedTemplate(basePath = "explorer")
final class Templates {

    /**
     * What a document is about, for its head.
     *
     * @param url its canonical address; null if it has none, so that search engines do not list it
     * @param jsonLd null if the page has no JSON-LD
     * @param oembed the address of its description for embedding; null if it cannot be embedded
     */
    record Head(String title, String description, String url, String jsonLd, String oembed, String feed) {}

    /** What there is instead of a record. */
    record Notice(String title, String text, List<RecordView.Link> links) {}

    private Templates() {
    }

    /** A document, which the script takes over. Record and notice may be null. */
    static native TemplateInstance page(Shell shell, Head head, RecordView record, Notice notice);

    /** A record in a frame of another page. Either record or notice is null. */
    static native TemplateInstance embedded(Shell shell, Head head, RecordView record, Notice notice);

    static native TemplateInstance feed(String url, String updated, List<ChangeFeed.Entry> entries);

    static native TemplateInstance sitemap(List<Sitemap.Address> addresses);

    static native TemplateInstance sitemapindex(List<Sitemap.Address> addresses);
}
