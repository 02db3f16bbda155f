package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ActorQueries;
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;

/** The numbers that the sources give. */
@GraphQLApi
@ApplicationScoped
public class FigureApi {

    private final FigureQueries queries;
    private final ActorQueries actors;
    private final AttestationQueries attestations;
    private final Store store;

    FigureApi(FigureQueries queries, ActorQueries actors, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.attestations = attestations;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("Numbers that the sources give, e.g. shares of arms imports, by what is counted, then by the time they speak of.")
    public FigureConnection figures(FigureFilter filter, Integer first, String after, Integer last, String before) {
        return new FigureConnection(queries.page(filter, PageRequest.of(FigureQueries.LIST, first, after, last, before)));
    }

    @NonNull
    @Description("Whose number it is.")
    public List<@NonNull List<@NonNull Actor>> of(@Source List<Figure> figures) {
        return actors.involved(Recorded.keys(figures), "OF");
    }

    @Description("Who does, sends or supplies what is counted.")
    public List<Actor> by(@Source List<Figure> figures) {
        return store.byKeys(Actor.class, figures.stream().map(figure -> figure.byKey).toList());
    }

    @NonNull
    @Description("To whom the source owes the number.")
    public List<@NonNull List<@NonNull Actor>> reportedBy(@Source List<Figure> figures) {
        return actors.involved(Recorded.keys(figures), "REPORTED_BY");
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Figure> figures) {
        return attestations.of(figures);
    }
}
