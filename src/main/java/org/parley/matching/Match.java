package org.parley.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The result of comparing a foreign record with the known ones.
 *
 * @param candidates all that are possible, the best first; for SAME the first is the same
 */
public record Match(Verdict verdict, List<Candidate> candidates) {

    /** Whether a foreign record is a known one. */
    public enum Verdict {
        SAME,
        NEW,
        UNDECIDED
    }

    static final String JUDGED = "judged";
    static final double SAME = 0.95;
    static final double POSSIBLE = 0.75;

    /** Decides by the scores: the only good candidate is the same, and a foreign record without possible candidates is new. */
    static Match of(List<Candidate> scored) {
        List<Candidate> possible = scored.stream().filter(candidate -> candidate.score() >= POSSIBLE)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::slug)).toList();
        long good = possible.stream().filter(candidate -> candidate.score() >= SAME).count();
        return new Match(possible.isEmpty() ? Verdict.NEW : good == 1 ? Verdict.SAME : Verdict.UNDECIDED, possible);
    }

    /** Returns the match without some candidates: of the others, the only good one is the same. */
    Match without(Set<String> slugs) {
        List<Candidate> others = candidates.stream().filter(candidate -> !slugs.contains(candidate.slug())).toList();
        return others.size() == candidates.size() ? this : of(others);
    }

    /** Whether a person judged that the record is the same. */
    public boolean isJudged() {
        return verdict == Verdict.SAME && candidates.get(0).evidence().equals(JUDGED);
    }

    static Match same(String slug, String evidence) {
        return new Match(Verdict.SAME, List.of(new Candidate(slug, 1, evidence)));
    }

    /** Returns the slug of the record that is the same. */
    public String slug() {
        return candidates.get(0).slug();
    }
}
