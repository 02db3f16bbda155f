package org.parley.issue;

import static org.parley.record.Fields.aliases;
import static org.parley.record.Fields.description;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.reference;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** What the entry of an issue consists of. */
public final class IssueDefinition {

    public static final Definition ISSUE = Definition.of(Kind.ISSUE, "Matters under negotiation.", "A matter under negotiation.",
            name().searched(Searched.AS_NAME), description(), aliases().searched(Searched.AS_NAME),
            reference("broader", Kind.ISSUE, "The wider issue this one is part of.").acyclic(), attestations(), resolutions());

    private IssueDefinition() {
    }
}
