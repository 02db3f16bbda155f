package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.matching.Judgements;
import org.parley.matching.Match;
import org.parley.matching.Match.Verdict;
import org.parley.matching.RecordIndex;
import org.parley.matching.WrittenItem;
import org.parley.record.Kind;

/** The judgements that a row of a source depends on. */
final class RowJudgements {

    private final Judgements judgements;
    private final String series;
    private final Set<String> used = new TreeSet<>();
    /** What becomes of judgements if the row is converted. */
    private final List<Runnable> settled = new ArrayList<>();

    /**
     * Creates judgements.
     *
     * @param series the first edition of the source
     */
    RowJudgements(Judgements judgements, String series) {
        this.judgements = judgements;
        this.series = series;
    }

    void beginRow() {
        used.clear();
        settled.clear();
    }

    /** Keeps what the converted row wrote with the judgements that it depends on. */
    void endRow(String row, RowWrites writes) {
        settled.forEach(Runnable::run);
        if (!used.isEmpty() || !writes.found().isEmpty()) {
            judgements.keepWrites(used, row, writes.toJson(row), writes.found());
        }
    }

    /** Returns the judgements that the row depends on so far. */
    Set<String> used() {
        return new TreeSet<>(used);
    }

    /** Finds something, and adds the judgements that it depends on, even if the row depends on them already. */
    <T> T collect(Set<String> own, Supplier<T> search) {
        Set<String> outer = used();
        used.clear();
        try {
            return search.get();
        } finally {
            own.addAll(used);
            used.addAll(outer);
        }
    }

    void use(Set<String> others) {
        used.addAll(others);
    }

    /**
     * Returns the judgement on a foreign record, or the match. Throws an UndecidedException if a person has to judge.
     *
     * @param shared returns the items by which the record with a slug was found, which may be there because of judgements
     */
    Match apply(Kind kind, String foreign, String name, Match match, Function<String, List<WrittenItem>> shared) {
        judgements.judged(kind, series, foreign, name).ifPresent(used::add);
        Match applied = judgements.apply(kind, series, foreign, name, match);
        if (applied.verdict() == Verdict.UNDECIDED) {
            throw new UndecidedException();
        }
        if (applied.verdict() == Verdict.SAME && !applied.isJudged()) {
            used.addAll(judgements.behind(shared.apply(applied.slug())));
        }
        return applied;
    }

    /** Makes a judgement that a foreign record is a new one that it is the record that was added for it, once the row is converted. */
    void settle(Kind kind, String foreign, String name, String slug) {
        settled.add(() -> judgements.settle(kind, series, foreign, name, slug));
    }

    String file() {
        return judgements.file().toString();
    }

    /** Returns the name with what distinguishes records of one name. */
    static String distinctive(JsonNode entry) {
        return RecordIndex.displayName(entry)
                + Stream.of("date", "partOf", "countryCode", "country").map(key -> ForeignDate.stated(entry.path(key)))
                        .filter(text -> !text.isEmpty()).map(text -> ", " + text).collect(Collectors.joining());
    }
}
