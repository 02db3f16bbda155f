package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.parley.source.SourceKind;

/** A document that vouches for what the other records say. */
@RegisterForReflection
public record SourceSeed(
        String slug,
        String title,
        List<String> authors,
        String publisher,
        DateSeed published,
        SourceKind kind,
        String language,
        int paragraphs,
        int footnotes,
        String note) implements Seed {}
