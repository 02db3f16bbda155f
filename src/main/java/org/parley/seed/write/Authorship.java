package org.parley.seed.write;

import java.time.Instant;
import org.parley.change.ChangeAct;

/**
 * Who writes, why, and when.
 *
 * @param act what the editor does to the entries that were there before; a load amends them
 */
public record Authorship(String editor, ChangeAct act, String why, Instant at) {

    /** The editor that a load is. */
    public static final String LOAD = "load";

    static Authorship ofLoad(Instant at) {
        return new Authorship(LOAD, ChangeAct.AMENDED, null, at);
    }
}
