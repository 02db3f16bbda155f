package org.parley.exchange.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.matching.Judgements;
import org.parley.matching.Match;
import org.parley.record.Kind;

/** Tests which judgements a row, and each name in it, depend on. */
class RowJudgementsTest {

    /** A name that occurs in two columns of a row depends on its judgement in each. */
    @Test
    void nameDependsOnAJudgementThatTheRowDependsOnAlready(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Judgements.FILE), """
                - {kind: actors, source: s, foreign: A, judgement: new}
                - {kind: actors, source: s, foreign: B, judgement: new}
                """);
        Match match = new Match(Match.Verdict.NEW, List.of());
        RowJudgements judgements = new RowJudgements(Judgements.read(folder, fault -> {
        }), "s");
        judgements.apply(Kind.ACTOR, "A", "A", match, slug -> List.of());
        judgements.apply(Kind.ACTOR, "B", "B", match, slug -> List.of());
        Set<String> both = judgements.used();
        Set<String> own = new TreeSet<>();
        judgements.collect(own, () -> judgements.apply(Kind.ACTOR, "A", "A", match, slug -> List.of()));
        assertEquals(1, own.size());
        assertEquals(2, both.size());
        assertEquals(both, judgements.used());
    }
}
