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
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.RecordEntity;

/** The numbers that the sources give. */
@GraphQLApi
@ApplicationScoped
public class FigureApi {

    private final FigureQueries queries;
    private final ActorQueries actors;
    private final Store store;

    FigureApi(FigureQueries queries, ActorQueries actors, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.store = store;
    }

    @Query
    @Description("""
            A number given by the sources, by its slug; null if not found. \
            Example: `figure(slug: "armenia-arms-from-russia-2011-2020") { measure printed unit }`.""")
    public Figure figure(@NonNull String slug) {
        return store.bySlug(Figure.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Numbers given by the sources, by measure, then by period. \
            Example: `figures(filter: {measure: "arms"}) { nodes { measure printed unit } }`.""")
    public Connection<Figure> figures(FigureFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(FigureQueries.LIST, first, after, last, before));
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> of(@Source List<Figure> figures) {
        return actors.involved(RecordEntity.keys(figures), "OF");
    }

    public List<Actor> by(@Source List<Figure> figures) {
        return store.byKeys(Actor.class, figures.stream().map(figure -> figure.byKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> reportedBy(@Source List<Figure> figures) {
        return actors.involved(RecordEntity.keys(figures), "REPORTED_BY");
    }
}
