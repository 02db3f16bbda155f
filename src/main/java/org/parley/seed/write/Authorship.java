package org.parley.seed.write;

import org.parley.change.ChangeAct;
import org.parley.graphql.Caller;

/**
 * Who writes, and why.
 *
 * @param act what the editor does to the entries that were there before; a load amends them
 */
public record Authorship(String editor, ChangeAct act, String why) {

    /** That of a load. */
    static final Authorship LOAD = new Authorship(Caller.LOAD, ChangeAct.AMENDED, null);
}
