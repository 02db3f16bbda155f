package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** Cycles of references are reported, one fault per cycle. */
class CycleCheckTest {

    /** Parses statements with replies: `a>b,c` is a reply of a to b and c. */
    private static String statements(String replies) {
        return Arrays.stream(replies.split(" ")).map(reply -> reply.split(">"))
                .map(reply -> "- {slug: " + reply[0] + ", inReplyTo: [" + (reply.length > 1 ? reply[1] : "") + "]}\n")
                .collect(Collectors.joining());
    }

    private static List<String> circles(List<String> faults) {
        return faults.stream().map(fault -> fault.replaceFirst(".*cycle: (.*); remove one of these references", "$1")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b>a c>a,b d>missing | ''
            a>a                   | a → a
            a>b b>a               | a → b → a
            a>b b>c c>b           | b → c → b
            a b>a,c c>a,d d>b     | b → c → d → b
            a>b b>a c>d d>c       | a → b → a; c → d → c
            a>a,b b>c c>b         | a → a; b → c → b
            a>b,c b>a c>a         | a → b → a
            x>a y>b a>x,y b>y     | x → a → x; y → b → y
            """)
    void cycle(String replies, String circles) {
        assertEquals(circles, String.join("; ", circles(faults(new CycleCheck(), file(Kind.STATEMENT, statements(replies))))));
    }

    @Test
    void faultIsAtTheLastCheckedEntry() {
        EntryFiles files = EntryFiles
                .of(List.of(file(Kind.STATEMENT, "new", statements("b>c")), file(Kind.STATEMENT, "new2", statements("d"))));
        assertEquals(List.of("new: b.inReplyTo[0]: forms a cycle: a → b → c → a; remove one of these references"),
                faults(new CycleCheck(), files.withKnown(List.of(file(Kind.STATEMENT, "known", statements("a>b c>a"))))));
        assertEquals(List.of("known: a.inReplyTo[0]: forms a cycle: a → a; remove one of these references"),
                faults(new CycleCheck(), files.withKnown(List.of(file(Kind.STATEMENT, "known", statements("a>a"))))));
        assertEquals(List.of("statements: b.inReplyTo[1]: forms a cycle: a → b → a; remove one of these references"),
                faults(new CycleCheck(), file(Kind.STATEMENT, statements("a>b b>c,a c"))));
    }

    @Test
    void everyKindWithAnOrderIsChecked() {
        for (String field : List.of("actors partOf", "meetings partOf", "issues broader")) {
            String[] names = field.split(" ");
            Kind kind = Arrays.stream(Kind.values()).filter(one -> one.folder().equals(names[0])).findAny().orElseThrow();
            assertEquals(List.of(names[0] + ": a." + names[1] + ": forms a cycle: a → a; remove one of these references"),
                    faults(new CycleCheck(), file(kind, "[{}, {slug: a, " + names[1] + ": a}, {slug: b, " + names[1] + ": 7}]")));
        }
    }

    /** Agreements with links: `a>AMENDS:b` amends b. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a>ANNEXED_TO:a                    | a → a
            a>AMENDS:b b>AMENDS:a             | a → b → a
            a>AMENDS:b b>ANNEXED_TO:a         | ''
            a>RENEWS:b b>RENEWS:c c>RENEWS:a  | a → b → c → a
            a>RENEWS:b b>RENEWS:c c>AMENDS:a  | ''
            a>RENEWS:a b>SUPERSEDES:b         | b → b; a → a
            """)
    void linksOfOneRelationFormNoCircle(String links, String circles) {
        String agreements = Arrays.stream(links.split(" ")).map(link -> link.split("[>:]"))
                .map(link -> "- {slug: " + link[0] + ", links: [{relation: " + link[1] + ", agreement: " + link[2] + "}]}\n")
                .collect(Collectors.joining());
        assertEquals(circles, String.join("; ", circles(faults(new CycleCheck(), file(Kind.AGREEMENT, agreements)))));
    }

    @Test
    void linksOfAnotherRelationAreOtherReferences() {
        List<Entry> agreements = file(Kind.AGREEMENT, "[{slug: a, links: [{relation: AMENDS, agreement: b}]},"
                + " {slug: a, links: [{relation: RENEWS, agreement: b}]}, {slug: a}]").entries();
        assertEquals(Set.of("b"), CycleCheck.successors(agreements.get(0)));
        assertEquals(List.of(true, false, false, true), List.of(CycleCheck.refersAs(agreements.get(0), agreements.get(0)),
                CycleCheck.refersAs(agreements.get(0), agreements.get(1)), CycleCheck.refersAs(agreements.get(0), agreements.get(2)),
                CycleCheck.refersAs(agreements.get(2), agreements.get(0))));
    }

    /** Whether any chain is left after removing those that end: then there is a cycle. */
    @Test
    void aCycleIsFoundIfThereIsOne() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            String replies = replies(random);
            List<String> circles = circles(faults(new CycleCheck(), file(Kind.STATEMENT, statements(replies))));
            assertEquals(goesRound(replies), !circles.isEmpty(), replies);
            circles.forEach(circle -> assertIsOne(circle, replies));
            found += circles.size();
        }
        assertTrue(found > 50);
    }

    private static String replies(Random random) {
        List<String> replies = new ArrayList<>();
        for (char slug = 'a'; slug <= 'g'; slug++) {
            Set<String> to = random.ints(random.nextInt(3), 'a', 'i').mapToObj(Character::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            replies.add(slug + ">" + String.join(",", to));
        }
        return String.join(" ", replies);
    }

    private static void assertIsOne(String circle, String replies) {
        String[] steps = circle.split(" → ");
        assertEquals(steps[0], steps[steps.length - 1], circle);
        assertEquals(steps.length - 1, new HashSet<>(List.of(steps)).size(), circle);
        for (int i = 1; i < steps.length; i++) {
            String from = steps[i - 1];
            String to = steps[i];
            assertTrue(Arrays.stream(replies.split(" ")).anyMatch(reply -> reply.matches(from + ">.*" + to + ".*")),
                    circle + " in " + replies);
        }
    }

    private static boolean goesRound(String replies) {
        Set<String> left = new HashSet<>(List.of(replies.split(" ")));
        while (left.removeIf(reply -> left.stream().noneMatch(other -> reply.substring(2).contains(other.substring(0, 1))))) {
        }
        return !left.isEmpty();
    }

    @Test
    void successorsAreOfTheSameKind() {
        assertEquals(Set.of("b", "c"),
                CycleCheck.successors(file(Kind.STATEMENT, "[{slug: a, inReplyTo: [c, b, 3], meeting: m}]").entries().get(0)));
        assertEquals(Set.of("b"), CycleCheck.successors(file(Kind.MEETING, "[{slug: a, partOf: b, track: t}]").entries().get(0)));
        assertEquals(Set.of(), CycleCheck.successors(file(Kind.PLACE, "[{slug: a, partOf: b}]").entries().get(0)));
    }
}
