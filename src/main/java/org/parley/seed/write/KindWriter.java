package org.parley.seed.write;

import org.parley.seed.entry.Seed;

/** How an entry of one kind becomes a row of its table, and what hangs on it. */
interface KindWriter<S extends Seed> {

    /** The entity of that entry, as it is to be in the table. */
    Object row(S seed, Long key, Keys keys);

    /** What hangs on it besides attestations and resolutions, which every kind has. */
    default void links(S seed, Long key, Keys keys, Links links) {
    }
}
