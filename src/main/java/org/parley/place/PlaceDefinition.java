package org.parley.place;

import static org.parley.record.Fields.aliases;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.number;
import static org.parley.record.Fields.object;
import static org.parley.record.Fields.reference;
import static org.parley.source.AttestationDefinition.optionalAttestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;

/** The fields of places. */
public final class PlaceDefinition {

    private static final int MAX_LATITUDE = 90;
    private static final int MAX_LONGITUDE = 180;

    private static final ObjectType COORDINATES = ObjectType.of("coordinates", "A point on the Earth in decimal degrees (WGS 84).",
            number("latitude", -MAX_LATITUDE, MAX_LATITUDE, "Degrees north of the equator, from -90 to 90; negative in the south.")
                    .required(),
            number("longitude", -MAX_LONGITUDE, MAX_LONGITUDE, "Degrees east of Greenwich, from -180 to 180; negative in the west.")
                    .required());

    public static final Definition PLACE = Definition.of(Kind.PLACE, "Places of meetings and events.",
            "A location of meetings and events. 'In Moscow' names a place; 'Moscow demands' means the actor Russia.",
            name().searched(Searched.AS_NAME), aliases().searched(Searched.AS_NAME),
            reference("country", Kind.ACTOR, "The state the place is in, if the sources say."),
            object("coordinates", COORDINATES, "Where the place is, from a source that lists positions, such as a gazetteer."),
            optionalAttestations(), resolutions());

    private PlaceDefinition() {
    }
}
