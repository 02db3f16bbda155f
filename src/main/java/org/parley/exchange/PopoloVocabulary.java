package org.parley.exchange;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.actor.ActorKind;
import org.parley.actor.OfficeRank;
import org.parley.entry.Entry;

/** Maps classifications and titles of Popolo to kinds of actor and ranks of office. Unknown words are not guessed. */
final class PopoloVocabulary {

    private static final Map<ActorKind, Set<String>> CLASSIFICATIONS = Map.ofEntries(
            entry(ActorKind.STATE, Set.of("state", "country", "sovereign state")),
            entry(ActorKind.UNION, Set.of("union of states", "supranational union")),
            entry(ActorKind.MINISTRY, Set.of("ministry", "government ministry")),
            entry(ActorKind.BODY,
                    Set.of("body", "committee", "commission", "council", "parliament", "legislature", "assembly", "chamber", "government",
                            "cabinet", "executive", "court", "government agency")),
            entry(ActorKind.ORGANIZATION,
                    Set.of("organization", "organisation", "international organization", "international organisation", "ngo", "think tank",
                            "institute", "university")),
            entry(ActorKind.GROUP, Set.of("group", "faction", "parliamentary group")),
            entry(ActorKind.OUTLET, Set.of("media", "newspaper", "news agency", "journal", "broadcaster", "publisher")),
            entry(ActorKind.ARMED_GROUP, Set.of("armed group", "armed movement", "militia")),
            entry(ActorKind.MOVEMENT, Set.of("movement", "political movement")),
            entry(ActorKind.POLITICAL_PARTY, Set.of("party", "political party")), entry(ActorKind.COMPANY, Set.of("company")));

    /** The kinds of organization whose heads are leaders. Those of other organizations may be, but that would be a guess. */
    private static final Set<ActorKind> LED = EnumSet.of(ActorKind.STATE, ActorKind.UNION, ActorKind.ARMED_GROUP, ActorKind.MOVEMENT);

    private static final Map<OfficeRank, Pattern> RANKS = new LinkedHashMap<>();

    static {
        rank(OfficeRank.FORMER, "(former|ex-).*");
        rank(OfficeRank.FOREIGN_MINISTER, "(minister (of|for) foreign affairs|foreign minister|foreign secretary)( of .*)?");
        rank(OfficeRank.DEPUTY_MINISTER, "deputy (foreign )?minister( .*)?");
        rank(OfficeRank.MINISTER, "minister( (of|for) .*)?");
        rank(OfficeRank.AMBASSADOR, "ambassador( .*)?");
        rank(OfficeRank.SPOKESPERSON, "spokes(person|man|woman)( .*)?");
        rank(OfficeRank.LEGISLATOR, "(member of (the )?(european )?parliament|mp|senator|legislator)( .*)?");
        rank(OfficeRank.NEGOTIATOR, "(chief|lead) negotiator( .*)?|head of (the )?delegation( .*)?");
        rank(OfficeRank.LEADER, "(president|prime minister|head of (state|government)|leader|commander-in-chief)( of .*)?");
    }

    private PopoloVocabulary() {
    }

    private static void rank(OfficeRank rank, String words) {
        RANKS.put(rank, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    static Optional<ActorKind> kind(String classification) {
        String words = classification.toLowerCase(Locale.ROOT).strip();
        return CLASSIFICATIONS.entrySet().stream().filter(kind -> kind.getValue().contains(words)).map(Map.Entry::getKey).findFirst();
    }

    /** Returns the rank of a title. LEADER applies only to some kinds of organization. */
    static OfficeRank rank(String title, String organizationKind) {
        return RANKS.entrySet().stream().filter(rank -> rank.getValue().matcher(title.strip()).matches()).map(Map.Entry::getKey)
                .filter(rank -> rank != OfficeRank.LEADER || LED.contains(ActorKind.valueOf(organizationKind))).findFirst()
                .orElse(OfficeRank.OTHER);
    }
}
