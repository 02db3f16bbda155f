package org.parley.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** The records of the data set, by slug, name, or title and date. */
final class ExistingRecords {

    private final EntryFiles dataSet;

    ExistingRecords(EntryFiles dataSet) {
        this.dataSet = dataSet;
    }

    /** Returns the record with this slug, else the only record with exactly this name. */
    Optional<Entry> find(Kind kind, String text, Predicate<Entry> filter) {
        Optional<Entry> bySlug = dataSet.entries(kind).filter(filter).filter(entry -> text.equals(entry.slug())).findFirst();
        List<Entry> byName = dataSet.entries(kind).filter(filter).filter(entry -> text.equals(entry.node().path("name").textValue()))
                .toList();
        return bySlug.isPresent() ? bySlug : byName.size() == 1 ? Optional.of(byName.get(0)) : Optional.empty();
    }

    /** Returns the slug of the record; for an unknown record a slug made of the text, which the check of references reports. */
    String slug(Kind kind, String text) {
        return find(kind, text, entry -> true).map(Entry::slug).orElse(SlugGenerator.of(text).isEmpty() ? text : SlugGenerator.of(text));
    }

    /** Returns the meeting with this slug, or with this title and date. */
    Optional<Entry> meeting(String slug, String title, String date) {
        return dataSet.entries(Kind.MEETING).filter(
                entry -> slug.equals(entry.slug()) || title.equals(entry.node().path("title").textValue()) && date.equals(date(entry)))
                .findFirst();
    }

    private static String date(Entry entry) {
        return entry.node().path("date").path("edtf").asText(entry.node().path("date").asText());
    }
}
