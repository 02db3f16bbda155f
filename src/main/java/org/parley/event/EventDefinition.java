package org.parley.event;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.flag;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.issues;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.summary;
import static org.parley.record.Fields.title;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** What the entry of an event consists of. */
public final class EventDefinition {

    public static final Definition EVENT = Definition.of(Kind.EVENT,
            "Events other than meetings: wars, closures, rallies, deployments, appointments.",
            "An event that was not a meeting: a war, closure, rally, deployment, appointment ...", title(),
            choice("kind", EventKind.class, "What happened: a clash, a ceasefire, an election.").required(), date(),
            reference("place", Kind.PLACE, "Where it takes place, if the sources say. A venue need not belong to the host."),
            actors("actors", "INVOLVED", "The actors involved."), issues(), happening(), summary().searched(Searched.AS_TEXT),
            flag("alleged", "True if the sources report the event as an allegation."), attestations(), resolutions());

    private EventDefinition() {
    }
}
