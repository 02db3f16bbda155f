package org.parley.source;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.code;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.text;
import static org.parley.record.Fields.texts;
import static org.parley.record.Fields.title;
import static org.parley.record.Fields.url;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** What the entry of a source consists of. */
public final class SourceDefinition {

    static final String ARCHIVED_AT = "When the copy was made, in UTC: `2024-03-05T14:30:00Z`.";

    public static final Definition SOURCE = Definition.of(Kind.SOURCE, "Documents that attest the other records.",
            "A document that attests records.", title(), actors("authors", "AUTHOR", "The actors who wrote the document."),
            reference("publisher", Kind.ACTOR, "The outlet or body that published the document."),
            date("published", "When the document was published, as far as known.").required().column("date"),
            choice("kind", SourceKind.class, "The kind of document, such as a news item, a paper or a data set.").required(),
            code("language", "^[a-z]{2,3}$", "Language of the text, as an ISO 639 code of two or three letters: `en`.").required(),
            integer("paragraphs", 0, "Number of paragraphs. A locator refers to one of them.").required(),
            integer("footnotes", 0, "Number of footnotes; 0 for none.").required(),
            text("note", "What a reader should know about the document.").searched(Searched.AS_TEXT),
            url("url", "Where the document can be read."), url("archivedUrl", "Where a copy is kept."),
            code("archivedSha256", "^[0-9a-f]{64}$", "SHA-256 of the copy: 64 hexadecimal digits in lower case."),
            code("archivedAt", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", ARCHIVED_AT),
            name("license",
                    "The license of the document: its SPDX identifier (`CC-BY-4.0`), the address of its text, or a few words "
                            + "(`public domain`)."),
            texts("linkPatterns", "Addresses of parts of the document, with a placeholder for each part of a locator: "
                    + "`https://example.org/report.pdf#page={page}`. The placeholders are the words of locators that have a value, such as "
                    + "{paragraph} or {annex}, and {seconds} for a time. The host is that of `url` or `archivedUrl`."),
            reference("editionOf", Kind.SOURCE, "The source of which this is a later edition.").acyclic()).rule("""
                    {"dependentRequired": {"archivedSha256": ["archivedUrl"], "archivedAt": ["archivedUrl"]}}""");

    private SourceDefinition() {
    }
}
