package org.parley.seed.foreign;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** The records that the data set has already. */
final class Known {

    private final SeedFolder folder;

    Known(SeedFolder folder) {
        this.folder = folder;
    }

    /** The record of that slug, or the only one of exactly that name. */
    Optional<Entry> find(SeedKind kind, String text, Predicate<Entry> wanted) {
        Optional<Entry> bySlug = folder.entries(kind).filter(wanted).filter(entry -> text.equals(entry.slug())).findFirst();
        List<Entry> byName = folder.entries(kind).filter(wanted).filter(entry -> text.equals(entry.node().path("name").textValue()))
                .toList();
        return bySlug.isPresent() ? bySlug : byName.size() == 1 ? Optional.of(byName.get(0)) : Optional.empty();
    }

    /** Its slug; what is not known is made a slug of its own, which the check of references tells. */
    String slug(SeedKind kind, String text) {
        return find(kind, text, entry -> true).map(Entry::slug).orElse(SlugText.of(text).isEmpty() ? text : SlugText.of(text));
    }

    /** The meeting of that slug, or of that title at that date. */
    Optional<Entry> meeting(String slug, String title, String date) {
        return folder.entries(SeedKind.MEETING).filter(
                entry -> slug.equals(entry.slug()) || title.equals(entry.node().path("title").textValue()) && date.equals(date(entry)))
                .findFirst();
    }

    private static String date(Entry entry) {
        return entry.node().path("date").path("edtf").asText(entry.node().path("date").asText());
    }
}
