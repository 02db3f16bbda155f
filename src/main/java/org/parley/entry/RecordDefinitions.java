package org.parley.entry;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.actor.ActorDefinition;
import org.parley.agreement.AgreementDefinition;
import org.parley.event.EventDefinition;
import org.parley.figure.FigureDefinition;
import org.parley.issue.IssueDefinition;
import org.parley.meeting.MeetingDefinition;
import org.parley.meeting.TrackDefinition;
import org.parley.place.PlaceDefinition;
import org.parley.record.Definition;
import org.parley.record.Kind;
import org.parley.source.SourceDefinition;
import org.parley.statement.PositionDefinition;
import org.parley.statement.StatementDefinition;

/** The definitions of all kinds. */
public final class RecordDefinitions {

    private static final Map<Kind, Definition> ALL = new EnumMap<>(Kind.class);

    static {
        List.of(ActorDefinition.ACTOR, PlaceDefinition.PLACE, IssueDefinition.ISSUE, TrackDefinition.TRACK, SourceDefinition.SOURCE,
                MeetingDefinition.MEETING, StatementDefinition.STATEMENT, PositionDefinition.POSITION, AgreementDefinition.AGREEMENT,
                EventDefinition.EVENT, FigureDefinition.FIGURE).forEach(definition -> ALL.put(definition.kind(), definition));
    }

    private RecordDefinitions() {
    }

    public static Definition of(Kind kind) {
        return ALL.get(kind);
    }

    public static Collection<Definition> all() {
        return ALL.values();
    }
}
