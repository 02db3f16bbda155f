package org.parley.statement;

import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.summary;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.source.Voice;

/** What the entry of a position consists of. */
public final class PositionDefinition {

    public static final Definition POSITION = Definition.of(Kind.POSITION,
            "Positions of actors on issues that are not points of a statement.",
            "What an actor holds on an issue at a date: as a point of a statement, which is changed with the statement; as "
                    + "shown by an act; or as an author reads it.",
            reference("actor", Kind.ACTOR, "Who holds the position.").required(), issue(), stance(), date(),
            summary().required().searched(Searched.AS_TEXT), voice(),
            reference("statement", Kind.STATEMENT, "The statement this position is a point of; null if it is not a point.").internal(),
            integer("number", 1, "Its number among the points of its statement.").internal(), attestations(), resolutions());

    private PositionDefinition() {
    }

    static Field issue() {
        return reference("issue", Kind.ISSUE, "The issue the position is on.").required();
    }

    static Field stance() {
        return choice("stance", Stance.class, "How the actor stands on the issue. `SILENT` only if a source says so.").required();
    }

    static Field voice() {
        return choice("voice", Voice.class, "Who says that the position is held. `AUTHOR_OPINION` if an author only reads it so.")
                .required();
    }
}
