package org.parley.source;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.code;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.text;
import static org.parley.record.Fields.title;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** What the entry of a source consists of. */
public final class SourceDefinition {

    public static final Definition SOURCE = Definition.of(Kind.SOURCE, "Documents that attest the other records.",
            "A document that attests records.", title(), actors("authors", "AUTHOR", "The actors who wrote the document."),
            reference("publisher", Kind.ACTOR, "The outlet or body that published the document."),
            date("published", "When the document was published, as far as known.").required().column("date"),
            choice("kind", SourceKind.class, "The sort of document.").required(),
            code("language", "^[a-z]{2,3}$", "Language of the text, as an ISO 639 code of two or three letters: `en`.").required(),
            integer("paragraphs", 0, "Number of paragraphs. A locator refers to one of them.").required(),
            integer("footnotes", 0, "Number of footnotes; 0 for none.").required(),
            text("note", "What a reader should know about the document.").searched(Searched.AS_TEXT));

    private SourceDefinition() {
    }
}
