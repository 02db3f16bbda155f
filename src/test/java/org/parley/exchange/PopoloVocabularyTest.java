package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.actor.ActorKind;
import org.parley.actor.OfficeRank;

/** Tests that only known words are mapped to a kind or a rank. */
class PopoloVocabularyTest {

    @ParameterizedTest
    @CsvSource({"Minister of Foreign Affairs, STATE, FOREIGN_MINISTER", "Foreign Minister of Utopia, STATE, FOREIGN_MINISTER",
            "Deputy Minister of Foreign Affairs, STATE, DEPUTY_MINISTER", "Minister for Health, BODY, MINISTER",
            "Ministerial adviser, STATE, OTHER", "President, STATE, LEADER", "Prime Minister of Utopia, UNION, LEADER",
            "President, ORGANIZATION, OTHER", "Vice President, STATE, OTHER", "Former President, STATE, FORMER",
            "ambassador to Utopia, STATE, AMBASSADOR", "Spokeswoman, MINISTRY, SPOKESPERSON", "Member of Parliament, BODY, LEGISLATOR",
            "MP for the North, BODY, LEGISLATOR", "MPower lead, BODY, OTHER", "Leader, MOVEMENT, LEADER",
            "Commander-in-Chief, ARMED_GROUP, LEADER", "Leader, POLITICAL_PARTY, OTHER",
            "Chief negotiator of Utopia, MOVEMENT, NEGOTIATOR"})
    void rankOfAnOffice(String title, String of, OfficeRank rank) {
        assertEquals(rank, PopoloVocabulary.rank(title, of));
    }

    @ParameterizedTest
    @CsvSource({"Country, STATE", "parliament, BODY", "Political Party, POLITICAL_PARTY", "company, COMPANY", "armed group, ARMED_GROUP",
            "movement, MOVEMENT", "news agency, OUTLET", "trade union,", "party of five,"})
    void kindOfAnOrganization(String classification, ActorKind kind) {
        assertEquals(kind, PopoloVocabulary.kind(classification).orElse(null));
    }
}
