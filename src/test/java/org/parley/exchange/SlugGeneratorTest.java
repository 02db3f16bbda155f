package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the slugs that are made of names. */
class SlugGeneratorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana Núñez                 | ana-nunez
            Əli Ağdam                 | ali-agdam
            İlham, Kılıç & Co.        | ilham-kilic-co
            Łódź                      | lodz
            Øresund Straße            | oresund-strasse
            People's Côte d’Ivoire    | peoples-cote-divoire
            ' - 3+3 Platform (2021) ' | 3-3-platform-2021
            Երևան                     | yerevan
            Đorđe Živković            | dorde-zivkovic
            Зоран Ђинђић              | zoran-djindjic
            Θεσσαλονίκη               | thessaloniki
            亚美尼亚                      | ''
            ''                        | ''
            """)
    void slugOfAName(String name, String slug) {
        assertEquals(slug, SlugGenerator.of(name));
    }

    @Test
    void slugOfAnyNameIsWellFormedAndItsOwnSlug() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            String slug = SlugGenerator.of(random.ints(random.nextInt(12), ' ', 'ƀ')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
            assertTrue(slug.matches("([a-z0-9]+(-[a-z0-9]+)*)?"), slug);
            assertEquals(slug, SlugGenerator.of(slug));
        }
    }
}
