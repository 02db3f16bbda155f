package org.parley.entry;

import java.util.Locale;

/** SQL condition on the provision `p`: it has a wording that no official document attests. */
public final class WordingSql {

    private WordingSql() {
    }

    /**
     * Returns the condition.
     *
     * @param kind SQL expression: kind of the source `ws`
     */
    public static String unattested(String kind) {
        return String.format(Locale.ROOT, """
                (p.text is not null and not exists (select from attestation w join source ws on ws.id = w.source_id
                    where w.provision_id = p.id and w.implementation_step_position is null and %s = 'OFFICIAL_DOCUMENT'))""", kind);
    }
}
