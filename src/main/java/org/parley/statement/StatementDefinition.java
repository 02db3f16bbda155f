package org.parley.statement;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.issues;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.quotation;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.references;
import static org.parley.record.Fields.summary;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import java.util.stream.Stream;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** What the entry of a statement consists of. */
public final class StatementDefinition {

    private static final ObjectType REFERENCE = ObjectType.of("reference",
            "A statement's reference to another record. An input has `relation` and exactly one of the other fields.", Stream
                    .concat(Stream.of(choice("relation", ReferenceRelation.class, "How the statement refers to the record.").required()),
                            Stream.of(Kind.MEETING, Kind.STATEMENT, Kind.AGREEMENT, Kind.EVENT, Kind.ACTOR, Kind.ISSUE, Kind.TRACK,
                                    Kind.FIGURE)
                                    .map(kind -> reference(kind.word(), kind, "The " + kind.word() + " it speaks of.").column("record_id")))
                    .toArray(Field[]::new))
            .withOneReference();

    private static final ObjectType POINT = ObjectType.of("point", "One point of a statement: a position it expresses.",
            PositionDefinition.issue().issueOfRecord(), PositionDefinition.stance(), summary().required(),
            reference("actor", Kind.ACTOR, "Who holds the position. Default: the first speaker."),
            date("date", "When the position is held. Default: the date of the statement."), PositionDefinition.voice(), attestations());

    public static final Definition STATEMENT = Definition.of(Kind.STATEMENT, "Statements and their points.",
            "An act of saying: who said what, when, to whom and in reply to what.",
            actors("speakers", "SPEAKER", "Who made the statement. Points without an actor are those of the first speaker.").required(),
            actors("onBehalfOf", "ON_BEHALF_OF", "The states or bodies for which the speakers spoke."), date(),
            choice("form", StatementForm.class, "How it was said or published: remarks, letter, interview ...").required(),
            name("venue", "Where it was said or published: an outlet, a briefing, a meeting.").searched(Searched.AS_TEXT),
            summary().required().searched(Searched.AS_TEXT),
            quotation("quotation", "At most twelve words of the original, only where the wording itself matters.")
                    .searched(Searched.AS_TEXT),
            actors("addressees", "ADDRESSEE", "The actors addressed, if the sources say."),
            reference("meeting", Kind.MEETING, "The meeting at which it was made."), happening(), issues(),
            references("inReplyTo", Kind.STATEMENT, "The statements it replies to, oldest first.")
                    .in(Table.unordered("statement_reply", "statement_id")).acyclic(),
            objects("references", REFERENCE, "The records it proposes, announces, welcomes, comments on or argues from.")
                    .in(Table.ordered("statement_reference", "statement_id")),
            objects("points", POINT, "The points it makes, each with an issue, a stance and attestations of its own.").as(Kind.POSITION),
            attestations(), resolutions());

    private StatementDefinition() {
    }
}
