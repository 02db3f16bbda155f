package org.parley.dataset.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.dataset.load.CycleFinder.Reference;

/** Tests which references between records are in a cycle. */
class CycleFinderTest {

    @Test
    void chainsAndTreesHaveNone() {
        assertEquals(Set.of(), cycles("1-2 2-3 4-3 5-3 6-5 6-2"));
    }

    @Test
    void circleIsFoundWithoutWhatLeadsToItOrFromIt() {
        assertEquals(Set.of("1-2", "2-3", "3-1"), cycles("1-2 2-3 3-1 4-1 5-4 3-6 6-7"));
        assertEquals(Set.of("1-1"), cycles("1-1 2-1"));
        assertEquals(Set.of("1-2", "2-1", "5-6", "6-5"), cycles("1-2 2-1 3-4 5-6 6-5"));
    }

    @Test
    void longChainIsNoBurden() {
        List<Reference> chain = new ArrayList<>(LongStream.range(0, 200_000).mapToObj(i -> new Reference(i, i + 1, 1)).toList());
        assertEquals(List.of(), CycleFinder.of(chain));
        chain.add(new Reference(200_000L, 0L, 2));
        assertEquals(chain.size(), CycleFinder.of(chain).size());
    }

    private static Set<String> cycles(String lines) {
        return CycleFinder
                .of(List.of(lines.split(" ")).stream().map(line -> line.split("-"))
                        .map(ends -> new Reference(Long.valueOf(ends[0]), Long.valueOf(ends[1]), 1)).toList())
                .stream().map(line -> line.from() + "-" + line.to()).collect(Collectors.toCollection(TreeSet::new));
    }
}
