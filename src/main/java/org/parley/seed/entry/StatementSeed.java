package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.seed.read.SeedKind;
import org.parley.source.Voice;
import org.parley.statement.ReferenceRelation;
import org.parley.statement.Stance;
import org.parley.statement.StatementForm;

/** An act of saying, with the points made. */
@RegisterForReflection
public record StatementSeed(
        String slug,
        List<String> speakers,
        List<String> onBehalfOf,
        DateSeed date,
        StatementForm form,
        String venue,
        String summary,
        String quotation,
        List<String> addressees,
        String meeting,
        List<String> issues,
        List<String> inReplyTo,
        List<Reference> references,
        List<Point> points,
        String happening,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {

    /** A point made; without actor and date it is the first speaker's, of the statement's day. */
    @RegisterForReflection
    public record Point(
            String issue,
            Stance stance,
            String summary,
            String actor,
            DateSeed date,
            Voice voice,
            List<AttestationSeed> attestations) {}

    /** A record that it speaks of: one of the slugs is there. */
    @RegisterForReflection
    public record Reference(
            ReferenceRelation relation,
            String meeting,
            String statement,
            String agreement,
            String event,
            String actor,
            String issue,
            String track,
            String figure) {

        public SeedKind kind() {
            return meeting != null ? SeedKind.MEETING
                    : statement != null ? SeedKind.STATEMENT
                            : agreement != null ? SeedKind.AGREEMENT : event != null ? SeedKind.EVENT : actor != null ? SeedKind.ACTOR
                                    : issue != null ? SeedKind.ISSUE : track != null ? SeedKind.TRACK : SeedKind.FIGURE;
        }

        public String slug() {
            return switch (kind()) {
                case MEETING -> meeting;
                case STATEMENT -> statement;
                case AGREEMENT -> agreement;
                case EVENT -> event;
                case ACTOR -> actor;
                case ISSUE -> issue;
                case TRACK -> track;
                default -> figure;
            };
        }
    }

    /** Its points, as the positions they are. */
    List<PositionSeed> positions() {
        List<PositionSeed> positions = new ArrayList<>();
        for (Point point : points) {
            int number = positions.size() + 1;
            positions.add(new PositionSeed(PositionSeed.slugOfPoint(slug, number),
                    point.actor != null || speakers.isEmpty() ? point.actor : speakers.get(0), point.issue, point.stance,
                    point.date == null ? date : point.date, point.summary, point.voice, point.attestations, List.of(), slug, number));
        }
        return positions;
    }

    /** The same without its points, but with the issues they are about. */
    StatementSeed withoutPoints() {
        Set<String> all = new LinkedHashSet<>(issues);
        points.forEach(point -> all.add(point.issue));
        return new StatementSeed(slug, speakers, onBehalfOf, date, form, venue, summary, quotation, addressees, meeting, List.copyOf(all),
                inReplyTo, references, List.of(), happening, attestations, resolutions);
    }
}
