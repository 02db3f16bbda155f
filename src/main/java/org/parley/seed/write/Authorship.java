package org.parley.seed.write;

import org.parley.change.ChangeAct;
import org.parley.graphql.Caller;

/**
 * Who writes, and why.
 *
 * @param issuer the editor's identity provider; null for a load
 * @param subject the editor at that provider; null for a load
 * @param editor the name to show
 * @param act what the editor does to the entries that were there before; a load amends them
 */
public record Authorship(String issuer, String subject, String editor, ChangeAct act, String why) {

    public static Authorship of(Caller caller, ChangeAct act, String why) {
        return new Authorship(caller.issuer(), caller.subject(), caller.name(), act, why);
    }

    /** That of a load. */
    static final Authorship LOAD = new Authorship(null, null, Caller.LOAD, ChangeAct.AMENDED, null);
}
