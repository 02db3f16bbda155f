package org.parley.matching;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares one foreign record with known ones. */
final class Comparison {

    /** Names alone say less than names with dates and actors. */
    private static final double SIMILAR = 0.9;
    private static final double BY_NAME = 0.5;
    private static final double BY_DATE = 0.3;
    private static final double BY_ACTORS = 0.2;
    /** The most that persons can be alike by an alias. */
    private static final double ALIASES = 0.99;
    private static final int NEAR = 3;
    /** Days between dates that may still be of one thing. */
    static final int FAR = 31;
    private static final String PERSON = "PERSON";
    private static final Set<String> IN_EACH_COUNTRY = Set.of("BODY", "MINISTRY", "POLITICAL_PARTY", "GROUP");
    /** Without these in common, statements and positions are not the same. */
    private static final List<List<String>> ESSENTIAL = List.of(List.of("speakers"), List.of("actor"), List.of("issue"), List.of("stance"));
    /** Those who hold a position, or make a statement, or for whom they make it. */
    private static final List<String> HOLDERS = List.of("actor", "speakers", "onBehalfOf");
    private static final List<String> WHOLES = List.of("partOf", "countryCode", "country");

    private final KnownRecord foreign;

    Comparison(KnownRecord foreign) {
        this.foreign = foreign;
    }

    /** Whether the records are close enough in time to be compared. */
    static boolean isNear(KnownRecord foreign, KnownRecord known) {
        return foreign.firstDay() == null || foreign.lastDay() == null || known.firstDay() == null || known.lastDay() == null
                || Math.max(known.firstDay() - foreign.lastDay(), foreign.firstDay() - known.lastDay()) <= FAR;
    }

    /** Returns the record as a candidate; empty if it cannot be the same. Compares names last, because that takes longest. */
    Optional<Candidate> with(KnownRecord known) {
        boolean areDated = foreign.isDated() && known.isDated();
        if (!contested(known, areDated).isEmpty()) {
            return Optional.empty();
        }
        double date = areDated ? date(known) : 1;
        if (BY_NAME + BY_DATE * date + BY_ACTORS < Match.POSSIBLE) {
            return Optional.empty();
        }
        double actors = areDated ? overlap(known) : 1;
        boolean isPossible = BY_NAME + BY_DATE * date + BY_ACTORS * actors >= Match.POSSIBLE && !contradicts(known);
        return isPossible ? Optional.of(byName(known, date, actors)) : Optional.empty();
    }

    private Candidate byName(KnownRecord known, double date, double actors) {
        double name = similarity(known);
        String names = String.format(Locale.ROOT, "'%s', %.0f %% alike", known.displayName(), 100 * name);
        if (!foreign.isDated() || !known.isDated()) {
            boolean isSame = name == 1 && !isCommon(known) && !hasOtherOffices(known) && contested(known, true).isEmpty();
            return new Candidate(known.slug(), isSame ? 1 : SIMILAR * name, names);
        }
        double score = name == 1 && isSame(known) ? 1 : Math.min(SIMILAR, BY_NAME * name + BY_DATE * date + BY_ACTORS * actors);
        return new Candidate(known.slug(), score,
                names + String.format(Locale.ROOT, ", dates %.0f %%, actors and places %.0f %%", 100 * date, 100 * actors));
    }

    /** Persons may share an alias, such as an initial and a family name: only their names themselves may show that they are the same. */
    private double similarity(KnownRecord known) {
        boolean isPerson = isPerson(foreign);
        if (isPerson && !foreign.names().stream().findFirst().equals(known.names().stream().findFirst())) {
            return Math.min(ALIASES, mostSimilar(known, true));
        }
        return mostSimilar(known, isPerson);
    }

    private double mostSimilar(KnownRecord known, boolean isPerson) {
        return foreign.names().stream().flatMapToDouble(
                one -> known.names().stream().mapToDouble(other -> isPerson ? one.similarityOfPersons(other) : one.similarity(other))).max()
                .orElse(0);
    }

    /** Whether records of one name are the same: at the same time, of the same actors. A row that has no actors is known by its number. */
    private boolean isSame(KnownRecord known) {
        long shared = foreign.actors().stream().filter(known.actors()::contains).count();
        boolean hasActors = 2 * shared > Math.min(foreign.actors().size(), known.actors().size());
        boolean isRow = foreign.actors().equals(known.actors()) && !Collections.disjoint(foreign.rows(), known.rows());
        return (hasActors || isRow) && isSameTime(known)
                && ESSENTIAL.stream().allMatch(keys -> foreign.slugs(keys).equals(known.slugs(keys)));
    }

    /** Whether the dates are equal, or one is a part of the other, of at most a month. */
    private boolean isSameTime(KnownRecord known) {
        if (foreign.firstDay() == null || known.firstDay() == null || foreign.lastDay() == null || known.lastDay() == null) {
            return false;
        }
        long first = foreign.firstDay() - known.firstDay();
        long last = foreign.lastDay() - known.lastDay();
        long days = Math.max(foreign.lastDay() - foreign.firstDay(), known.lastDay() - known.firstDay()) + 1;
        return first == 0 && last == 0 || days <= FAR && (first <= 0 && last >= 0 || first >= 0 && last <= 0);
    }

    /** Compares with a record that has an identifier of the foreign one. */
    Candidate identified(KnownRecord known, boolean isOnly) {
        Set<String> contested = contested(known, false);
        String against = isPerson(known) != isPerson(foreign) ? ", but a person and not a person"
                : contested.isEmpty() ? "" : ", but other identifiers of " + String.join(", ", contested);
        return new Candidate(known.slug(), isOnly && against.isEmpty() ? 1 : SIMILAR,
                "'" + known.displayName() + "', identifier" + against);
    }

    /** Compares a name that may be of anything with a record of this name. */
    static Candidate named(KnownRecord known) {
        return new Candidate(known.slug(), IN_EACH_COUNTRY.contains(known.text("kind")) ? SIMILAR : 1, known.displayName());
    }

    /** Whether each country may have one of the name, and neither a place in a source nor a whole shows that these are the same. */
    private boolean isCommon(KnownRecord known) {
        return IN_EACH_COUNTRY.contains(known.text("kind")) && Collections.disjoint(foreign.locators(), known.locators())
                && WHOLES.stream().noneMatch(key -> !foreign.text(key).isEmpty() && foreign.text(key).equals(known.text(key)));
    }

    /** Whether something excludes that the records are the same. */
    private boolean contradicts(KnownRecord known) {
        return isPerson(foreign) != isPerson(known) || hasOtherHolders(known) || WHOLES.stream()
                .anyMatch(key -> !foreign.text(key).isEmpty() && !known.text(key).isEmpty() && !foreign.text(key).equals(known.text(key)));
    }

    private boolean hasOtherHolders(KnownRecord known) {
        Set<String> foreignHolders = foreign.slugs(HOLDERS);
        Set<String> knownHolders = known.slugs(HOLDERS);
        return !foreignHolders.isEmpty() && !knownHolders.isEmpty() && Collections.disjoint(foreignHolders, knownHolders);
    }

    private static boolean isPerson(KnownRecord record) {
        return PERSON.equals(record.text("kind"));
    }

    /** Whether both have offices, but none in the same state or body: they may be two persons of one name. */
    private boolean hasOtherOffices(KnownRecord known) {
        Set<String> foreignOffices = foreign.offices();
        Set<String> knownOffices = known.offices();
        return !foreignOffices.isEmpty() && !knownOffices.isEmpty() && Collections.disjoint(foreignOffices, knownOffices);
    }

    /** Returns the schemes, with those of locators or without, in which both have identifiers, but none in common. */
    private Set<String> contested(KnownRecord known, boolean withLocators) {
        if (foreign.identifiers().isEmpty() || known.identifiers().isEmpty()) {
            return Set.of();
        }
        Set<String> schemes = new TreeSet<>();
        for (String identifier : foreign.identifiers()) {
            String scheme = scheme(identifier);
            if ((withLocators || !scheme.endsWith(KnownRecord.LOCATOR)) && hasScheme(known, scheme)) {
                schemes.add(scheme);
            }
        }
        foreign.identifiers().stream().filter(known.identifiers()::contains).forEach(shared -> schemes.remove(scheme(shared)));
        return schemes;
    }

    private static boolean hasScheme(KnownRecord record, String scheme) {
        return record.identifiers().stream()
                .anyMatch(identifier -> identifier.startsWith(scheme) && identifier.charAt(scheme.length()) == ' ');
    }

    private static String scheme(String identifier) {
        return identifier.substring(0, identifier.indexOf(' '));
    }

    /** 1 for the same days, less the farther apart they are. */
    private double date(KnownRecord known) {
        if (foreign.firstDay() == null || known.firstDay() == null || foreign.lastDay() == null || known.lastDay() == null) {
            return BY_NAME;
        }
        long apart = Math.max(known.firstDay() - foreign.lastDay(), foreign.firstDay() - known.lastDay());
        return apart <= 0 ? 1 : apart <= NEAR ? 0.8 : apart <= FAR ? 0.4 : 0;
    }

    /** The share of the actors and places of the shorter list that the other has; a half if one has none. */
    private double overlap(KnownRecord known) {
        int shorter = Math.min(foreign.involved().size(), known.involved().size());
        long shared = foreign.involved().stream().filter(known.involved()::contains).count();
        return shorter == 0 ? 0.5 : shared / (double) shorter;
    }
}
