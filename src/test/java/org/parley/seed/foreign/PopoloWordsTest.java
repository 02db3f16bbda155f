package org.parley.seed.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.actor.ActorKind;
import org.parley.actor.OfficeRank;

/** Only what is plain is taken for a kind or a rank. */
class PopoloWordsTest {

    @ParameterizedTest
    @CsvSource({"Minister of Foreign Affairs, STATE, FOREIGN_MINISTER", "Foreign Minister of Utopia, STATE, FOREIGN_MINISTER",
            "Deputy Minister of Foreign Affairs, STATE, DEPUTY_MINISTER", "Minister for Health, BODY, MINISTER",
            "Ministerial adviser, STATE, OTHER", "President, STATE, LEADER", "Prime Minister of Utopia, UNION, LEADER",
            "President, ORGANIZATION, OTHER", "Vice President, STATE, OTHER", "Former President, STATE, FORMER",
            "ambassador to Utopia, STATE, AMBASSADOR", "Spokeswoman, MINISTRY, SPOKESPERSON", "Member of Parliament, BODY, LEGISLATOR",
            "MP for the North, BODY, LEGISLATOR", "MPower lead, BODY, OTHER"})
    void rankOfAnOffice(String title, String of, OfficeRank rank) {
        assertEquals(rank, PopoloWords.rank(title, of));
    }

    @ParameterizedTest
    @CsvSource({"Country, STATE", "parliament, BODY", "Political Party, ORGANIZATION", "news agency, OUTLET", "trade union,",
            "party of five,"})
    void kindOfAnOrganization(String classification, ActorKind kind) {
        assertEquals(kind, PopoloWords.kind(classification).orElse(null));
    }
}
