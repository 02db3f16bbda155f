package org.parley.entry.write;

import org.parley.change.ChangeAct;
import org.parley.graphql.Caller;

/**
 * The author of a revision and the reason for it.
 *
 * @param issuer issuer of the editor's token; null for a load
 * @param subject subject of the editor's token; null for a load
 * @param editor the name to show
 * @param act what the editor does to existing entries; a load amends them
 */
public record Authorship(String issuer, String subject, String editor, ChangeAct act, String why) {

    public static Authorship of(Caller caller, ChangeAct act, String why) {
        return new Authorship(caller.issuer(), caller.subject(), caller.name(), act, why);
    }

    /** The authorship of a load. */
    public static final Authorship LOAD = new Authorship(null, null, Caller.LOAD, ChangeAct.AMENDED, null);
}
