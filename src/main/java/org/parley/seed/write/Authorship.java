package org.parley.seed.write;

import java.time.Clock;
import org.parley.change.ChangeAct;
import org.parley.graphql.Caller;

/**
 * Who writes, why, and by which clock: the moment is taken when all is written but the changes, shortly before others see them.
 *
 * @param act what the editor does to the entries that were there before; a load amends them
 */
public record Authorship(String editor, ChangeAct act, String why, Clock clock) {

    static Authorship ofLoad(Clock clock) {
        return new Authorship(Caller.LOAD, ChangeAct.AMENDED, null, clock);
    }
}
