package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Office;
import org.parley.store.Store;

/** An actor's part in a meeting: whose, on whose behalf, in which office. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ParticipationApi {

    private final Store store;

    ParticipationApi(Store store) {
        this.store = store;
    }

    @NonNull
    @Description("The meeting.")
    public List<@NonNull Meeting> meeting(@Source List<Participation> participations) {
        return store.byKeys(Meeting.class, participations.stream().map(participation -> participation.meetingKey).toList());
    }

    @NonNull
    @Description("Who had the part.")
    public List<@NonNull Actor> actor(@Source List<Participation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(participation -> participation.actorKey).toList());
    }

    @Description("The state or body for which a person or ministry acted.")
    public List<Actor> onBehalfOf(@Source List<Participation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(participation -> participation.onBehalfOfKey).toList());
    }

    @Description("The office held then, where the sources give one.")
    public List<Office> office(@Source List<Participation> participations) {
        return store.byKeys(Office.class, participations.stream().map(participation -> participation.officeKey).toList());
    }
}
