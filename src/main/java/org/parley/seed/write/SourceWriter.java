package org.parley.seed.write;

import org.parley.seed.entry.SourceSeed;
import org.parley.seed.read.SeedKind;
import org.parley.source.Source;

/** A source, and who wrote it. */
final class SourceWriter implements KindWriter<SourceSeed> {

    @Override
    public Source row(SourceSeed seed, Long key, Keys keys) {
        Source source = new Source();
        source.key = key;
        source.slug = seed.slug();
        source.title = seed.title();
        source.note = seed.note();
        source.publisherKey = keys.of(SeedKind.ACTOR, seed.publisher());
        source.published = seed.published().date();
        source.kind = seed.kind();
        source.language = seed.language();
        source.paragraphs = seed.paragraphs();
        source.footnotes = seed.footnotes();
        return source;
    }

    @Override
    public void links(SourceSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "AUTHOR", seed.authors());
    }
}
