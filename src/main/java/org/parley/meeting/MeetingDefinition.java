package org.parley.meeting;

import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.choices;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.flag;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.inferred;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.issues;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.object;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.office;
import static org.parley.record.Fields.onBehalfOf;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.references;
import static org.parley.record.Fields.summary;
import static org.parley.record.Fields.texts;
import static org.parley.record.Fields.title;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.actor.ParticipationRole;
import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** The fields of meetings. */
public final class MeetingDefinition {

    private static final ObjectType PARTICIPATION = ObjectType
            .of("participation", "An actor's role in a meeting. Host, mediator and venue are independent of one another.",
                    reference("actor", Kind.ACTOR, "Who had the role: the person, if the sources name one.").required(),
                    choices("roles", ParticipationRole.class, "The roles of the actor, one or more.",
                            "HOST receives the participants; MEDIATOR helps them reach agreement; FACILITATOR only brings them together; "
                                    + "CONVENER calls or proposes the meeting.")
                            .required().column("role"),
                    office(), onBehalfOf(), inferred());

    private static final ObjectType ATTENDANCE = ObjectType.of("attendance", "A number of people, as exact as a source gives it.",
            name("printed", "The number as the source prints it: `about 20`, `more than 30`.").required().column("attendance_printed"),
            integer("lowest", 0, "The lowest number that this can mean, if there is one.").column("attendance_lowest"),
            integer("highest", 0, "The highest number that this can mean, if there is one.").column("attendance_highest"));

    /** A meeting that was not held has no host and no mediator. */
    private static final String NOT_HELD = """
            {"if": {"required": ["status"], "properties": {"status": {"enum": [%s]}}},
             "then": {"properties": {"participations": {"items": {"properties": {"roles": {"items": {
                "enum": [%s],
                "description": "A meeting that was not held has no HOST and no MEDIATOR: whoever proposed it is its CONVENER, those\
             asked are INVITED."
            }}}}}}}}""";

    public static final Definition MEETING = Definition.of(Kind.MEETING,
            "Meetings, calls and visits: held, announced, proposed or declined.",
            "A meeting, call or visit: held, announced, proposed or declined.", title(),
            choice("kind", MeetingKind.class, "The form of the meeting, such as a summit, a working group or a call.").required(),
            choice("level", MeetingLevel.class, "The rank at which the sides met.").required(),
            choice("medium", Medium.class, "How the participants communicated: in person, by phone, by video, in writing.").required(),
            choice("setting", MeetingSetting.class,
                    "The occasion: a meeting of its own, in the margins of a larger one, during a visit, a conference.").required(),
            choice("status", MeetingStatus.class, "How far the meeting got. Only a held or ongoing meeting has hosts and mediators.")
                    .required(),
            choice("publicity", Publicity.class, "Whether the public knew of the meeting at the time. Left out: UNSPECIFIED.")
                    .defaultValue(Publicity.UNSPECIFIED),
            date(),
            references("places", Kind.PLACE, "All places where it takes place. The first of them is `place` in the output.")
                    .column("place_id").in(Table.ordered("meeting_place", "meeting_id")),
            flag("placeInferred", "True if the sources do not name the places and they were inferred."),
            reference("track", Kind.TRACK, "The mediation format whose series the meeting belongs to, if any."),
            reference("partOf", Kind.MEETING, "The larger meeting in whose margins it took place, if any.").acyclic(),
            integer("ordinal", 1, "Number in a series that the sources count: 6 for 'the sixth time'."),
            object("attendance", ATTENDANCE, "How many people took part, if the sources give a number."), happening(),
            summary().searched(Searched.AS_TEXT),
            texts("outcomes", "The results, one sentence each, in neutral words.").searched(Searched.AS_TEXT), issues(),
            objects("participations", PARTICIPATION, "Who took part, in which roles. The output has one item for each role.").required()
                    .in(Table.ordered("participation", "meeting_id")),
            attestations(), resolutions()).derived("hosts", "mediators", "leaders")
            .rule(String.format(Locale.ROOT, NOT_HELD, quoted(EnumSet.complementOf(EnumSet.of(MeetingStatus.HELD, MeetingStatus.ONGOING))),
                    quoted(EnumSet.complementOf(EnumSet.of(ParticipationRole.HOST, ParticipationRole.MEDIATOR)))));

    private MeetingDefinition() {
    }

    private static String quoted(EnumSet<?> values) {
        return Arrays.stream(values.toArray(Enum<?>[]::new)).map(value -> '"' + value.name() + '"').collect(Collectors.joining(", "));
    }
}
