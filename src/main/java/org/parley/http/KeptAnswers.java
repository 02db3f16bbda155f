package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.parley.change.CurrentRevision;
import org.parley.change.CurrentRevision.Known;
import org.parley.graphql.Answer;

/**
 * Answers as they were written, given again to the same request while the record is the same, as far as that was seen within the last
 * second. A request is the same where its bytes and the headers that an answer depends on are: it is not even read.
 */
@Singleton
class KeptAnswers {

    /** What keeping an answer takes beside its bytes. */
    private static final int LEAST_WEIGHT = 500;

    /** A request as it came; each byte of its body is a character: the JVM hashes text many at a time. */
    private record Question(HttpMethod method, String accept, String type, String address, String body) {

        static Question of(RoutingContext context) {
            HttpServerRequest request = context.request();
            Buffer body = BodyReader.body(context);
            return new Question(request.method(), request.getHeader(HttpHeaders.ACCEPT), ContentType.of(request), request.query(),
                    body == null ? null : body.toString(StandardCharsets.ISO_8859_1));
        }

        private int weight() {
            return length(accept) + length(type) + length(address) + length(body);
        }

        private static int length(String text) {
            return text == null ? 0 : text.length();
        }
    }

    /** An answer, and which connection saw the record's revision when it was made. */
    private record Kept(long connection, WrittenAnswer answer) {

        /** Whether it shows the record as it is known to be, or as it has become since, and at least that revision. */
        private boolean fits(Known known, long least) {
            return connection == known.connection() && answer.revision() >= Math.max(known.revision(), least);
        }
    }

    /** Where an answer may be kept once it is made. */
    private record Place(Question question, long connection) {}

    /** The key under which a request carries where its answer may be kept. */
    private static final String PLACE = "parley.place";

    private final Cache<Question, Kept> kept;
    private final CurrentRevision current;
    private final ResponseWriter writer;

    KeptAnswers(HttpConfig config, CurrentRevision current, ResponseWriter writer) {
        this.current = current;
        this.writer = writer;
        this.kept = config.keptBytes() == 0 ? null : Caffeine.newBuilder().maximumWeight(config.keptBytes())
                .weigher((Question question, Kept made) -> LEAST_WEIGHT + question.weight() + made.answer().bytes().length()).build();
    }

    /**
     * Gives the answer to this request where it is kept, of that revision at least; on the event loop, for that takes no longer than asking
     * for a worker.
     */
    boolean give(RoutingContext context, long least) {
        Optional<Known> known = kept == null ? Optional.empty() : current.known();
        if (known.isEmpty()) {
            return false;
        }
        Question question = Question.of(context);
        Kept found = kept.getIfPresent(question);
        if (found == null || !found.fits(known.get(), least)) {
            context.put(PLACE, new Place(question, known.get().connection()));
            return false;
        }
        writer.give(context, found.answer());
        return true;
    }

    /** Keeps an answer that the same request has until the record changes. */
    void keep(RoutingContext context, Request request, Answer answer, WrittenAnswer written) {
        Place place = context.get(PLACE);
        if (place != null && answer.isLasting() && answer.revision() >= 0 && !request.registers()) {
            kept.put(place.question(), new Kept(place.connection(), written));
        }
    }
}
