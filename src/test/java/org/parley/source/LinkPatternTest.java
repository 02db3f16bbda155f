package org.parley.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Links into sources, made of a pattern and a locator. */
class LinkPatternTest {

    private static final List<String> PATTERNS = List.of("https://example.org/a#page={page}", "https://example.org/a#{annex}",
            "https://example.org/a#{annex}-{article}", "https://example.org/a#s{section}", "https://example.org/a#{table}/{row}",
            "https://example.org/a?row={row}", "https://example.org/a?id={record}&again={record}", "https://example.org/a?t={seconds}s",
            "https://example.org/a#p{paragraph}");

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            page 12, #page=12
            page 12 paragraph 3, #page=12
            paragraph 3, #p3
            annex 1, #1
            annex 1 article 2, #1-2
            annex 1 article 2 paragraph 3, #1-2
            annex 1 section 2, #1
            article 2, none
            section 3.1, #s3.1
            table 3 row 5, #3/5
            table 3, none
            row 5, ?row=5
            record AgtId 864, ?id=AgtId%20864&again=AgtId%20864
            record a/b?c#d&e=%20+ö", ?id=a%2Fb%3Fc%23d%26e%3D%2520%2B%C3%B6%22&again=a%2Fb%3Fc%23d%26e%3D%2520%2B%C3%B6%22
            record $1 \\0 {page}, ?id=%241%20%5C0%20%7Bpage%7D&again=%241%20%5C0%20%7Bpage%7D
            time 00:14:30, ?t=870s
            time 25:00:01, ?t=90001s
            footnote 3, none
            title, none
            somewhere, none
            """)
    void linkIsThatOfMostPartsFromTheFirst(String locator, String rest) {
        assertEquals(Optional.ofNullable(rest).map("https://example.org/a"::concat), LinkPattern.link(PATTERNS, locator));
        assertEquals(Optional.empty(), LinkPattern.link(List.of(), locator));
    }

    @ParameterizedTest
    @EnumSource
    void everyPartWithAValueHasAPlaceholder(LocatorKind part) {
        String pattern = "https://example.org/{" + part.word() + "}/x";
        assertEquals(part.hasValue(), LinkPattern.names().contains(part.word()));
        if (part.hasValue()) {
            String value = part.example().substring(part.word().length() + 1);
            String link = LinkPattern.link(List.of(pattern), part.example()).orElseThrow();
            assertEquals("https://example.org/" + value.replace(" ", "%20").replace(":", "%3A") + "/x", link);
        }
    }

    /** Whatever the identifier of a record, the link keeps its host, and the value can be read from it. */
    @Test
    void valueCannotChangeTheRestOfTheLink() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String value = random.ints(1 + random.nextInt(12), 0x21, 0x250).filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                    + Stream.of("/../", "@", "://", "%2f", "\\", "#", "?", "&", "'").skip(random.nextInt(9)).findFirst().orElseThrow();
            URI link = URI.create(LinkPattern.link(PATTERNS.subList(6, 7), "record " + value).orElseThrow());
            assertEquals("example.org", link.getHost(), () -> value + ", seed " + seed);
            String encoded = link.getRawQuery().replaceFirst("id=(.*)&again=.*", "$1");
            assertEquals(value, URLDecoder.decode(encoded, StandardCharsets.UTF_8), () -> "seed " + seed);
            assertTrue(encoded.matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*"), encoded);
        }
    }
}
