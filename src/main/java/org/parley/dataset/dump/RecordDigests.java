package org.parley.dataset.dump;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.parley.entry.DataSet;
import org.parley.record.Kind;

/** Computes the digest of each record of a data set. */
final class RecordDigests {

    /** Kind and slug of a record. The kind is text, because a damaged database may contain an unknown one. */
    record Name(String kind, String slug) implements Comparable<Name> {

        private static final Comparator<Name> ORDER = Comparator.comparing(Name::kind).thenComparing(Name::slug);

        Name(Kind kind, String slug) {
            this(kind.name(), slug);
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind.toLowerCase(Locale.ROOT) + " '" + slug + "'";
        }
    }

    private RecordDigests() {
    }

    static Map<Name, String> of(DataSet data) {
        Map<Name, String> digests = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            data.of(kind).forEach(entry -> digests.put(new Name(kind, entry.slug()), entry.digest()));
        }
        return digests;
    }
}
