package org.parley.seed.entry;

import java.util.List;

/** What every entry has: a slug, and what vouches for it. */
public interface Seed {

    String slug();

    /** The sources that vouch for it; only places and sources have none. */
    default List<AttestationSeed> attestations() {
        return List.of();
    }

    /** Why it shows the values it does where sources disagree. */
    default List<ResolutionSeed> resolutions() {
        return List.of();
    }

    /** The name that the records of one happening share, or null. */
    default String happening() {
        return null;
    }

    /** The slug of the record of its kind that it is part of, or null. */
    default String whole() {
        return null;
    }
}
