package org.parley.seed.foreign;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.actor.ActorKind;
import org.parley.actor.OfficeRank;

/** What the free words of Popolo plainly mean here; of all others nothing is guessed. */
final class PopoloWords {

    private static final Map<ActorKind, Set<String>> CLASSIFICATIONS = Map.of(ActorKind.STATE,
            Set.of("state", "country", "sovereign state"), ActorKind.UNION, Set.of("union of states", "supranational union"),
            ActorKind.MINISTRY, Set.of("ministry", "government ministry"), ActorKind.BODY,
            Set.of("body", "committee", "commission", "council", "parliament", "legislature", "assembly", "chamber", "government",
                    "cabinet", "executive", "court", "government agency"),
            ActorKind.ORGANIZATION,
            Set.of("organization", "organisation", "international organization", "international organisation", "ngo", "party",
                    "political party", "think tank", "institute", "university", "company"),
            ActorKind.GROUP, Set.of("group", "faction", "parliamentary group"), ActorKind.OUTLET,
            Set.of("media", "newspaper", "news agency", "journal", "broadcaster", "publisher"));

    private static final Map<OfficeRank, Pattern> RANKS = new LinkedHashMap<>();

    static {
        rank(OfficeRank.FORMER, "(former|ex-).*");
        rank(OfficeRank.FOREIGN_MINISTER, "(minister (of|for) foreign affairs|foreign minister|foreign secretary)( of .*)?");
        rank(OfficeRank.DEPUTY_MINISTER, "deputy (foreign )?minister( .*)?");
        rank(OfficeRank.MINISTER, "minister( (of|for) .*)?");
        rank(OfficeRank.AMBASSADOR, "ambassador( .*)?");
        rank(OfficeRank.SPOKESPERSON, "spokes(person|man|woman)( .*)?");
        rank(OfficeRank.LEGISLATOR, "(member of (the )?(european )?parliament|mp|senator|legislator)( .*)?");
        rank(OfficeRank.LEADER, "(president|prime minister|head of (state|government))( of .*)?");
    }

    private PopoloWords() {
    }

    private static void rank(OfficeRank rank, String words) {
        RANKS.put(rank, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    static Optional<ActorKind> kind(String classification) {
        String words = classification.toLowerCase(Locale.ROOT).strip();
        return CLASSIFICATIONS.entrySet().stream().filter(kind -> kind.getValue().contains(words)).map(Map.Entry::getKey).findFirst();
    }

    /** Who is president of anything but a state or a union is no leader of the kind that negotiates. */
    static OfficeRank rank(String title, String kindOf) {
        return RANKS.entrySet().stream().filter(rank -> rank.getValue().matcher(title.strip()).matches()).map(Map.Entry::getKey)
                .filter(rank -> rank != OfficeRank.LEADER || kindOf.equals("STATE") || kindOf.equals("UNION")).findFirst()
                .orElse(OfficeRank.OTHER);
    }
}
