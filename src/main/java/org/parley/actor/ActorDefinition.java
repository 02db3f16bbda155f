package org.parley.actor;

import static org.parley.record.Fields.aliases;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.code;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.description;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.urls;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** What the entry of an actor consists of. */
public final class ActorDefinition {

    private static final ObjectType OFFICE = ObjectType.of("office",
            "One term of an office held by a person, in or for a state or body; or a membership of a party or group.",
            name("title",
                    "Title of the office. Participations and signatures refer to the office by it; the term is that of their date. Several "
                            + "terms of one office have the same title and `of`, and must not overlap. Other holders may have overlapping terms.")
                    .required().searched(Searched.AS_TEXT),
            reference("of", Kind.ACTOR, "The state or body the office belongs to; for a membership of rank `OTHER`, the party or group.")
                    .required(),
            choice("rank", OfficeRank.class,
                    "How senior the office is. `LEADER`: heads a state, a government, an international body, or a movement or armed "
                            + "group that is a party. `NEGOTIATOR`: leads a delegation without another office. `FORMER`: no longer held; never counts as held.")
                    .required(),
            date("from", "When the office began, if a source says."), date("to", "When the office ended, if a source says."));

    public static final Definition ACTOR = Definition.of(Kind.ACTOR, "Actors: states, persons, ministries, bodies, contingents, outlets.",
            "Someone who acts, speaks or is mentioned: a state, person, ministry, body, contingent, outlet ...",
            name().searched(Searched.AS_NAME),
            choice("kind", ActorKind.class,
                    "The kind of actor. `OFFICE_HOLDER`: the sources give an office but no name; `name` is the office.").required(),
            description(), aliases().searched(Searched.AS_NAME),
            code("countryCode", "^[A-Z]{2}$", "For a state: its ISO 3166-1 alpha-2 code, such as `AZ`."),
            reference("partOf", Kind.ACTOR, "The state or body the actor belongs to: the state of a ministry, of a contingent.").acyclic(),
            urls("websites", "Web addresses of the actor's own sites and of pages about it."),
            urls("images", "Web addresses of pictures of the actor."),
            objects("offices", OFFICE, "The offices held by this person, earliest first: each term is an item of its own.")
                    .in(Table.identified("office", "holder_id", "title", "term")),
            attestations(), resolutions());

    private ActorDefinition() {
    }
}
