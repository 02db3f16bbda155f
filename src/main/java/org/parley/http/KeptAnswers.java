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
import java.util.OptionalLong;
import org.parley.change.Revision;
import org.parley.graphql.Answer;

/**
 * Answers as they were written, given again to the same request while the record is the same. A request is the same where its bytes and the
 * headers that an answer depends on are: it is not even read.
 */
@Singleton
class KeptAnswers {

    /** What keeping an answer takes beside its bytes. */
    private static final int LEAST_WEIGHT = 500;

    /** A request as it came; each byte of its body is a character: the JVM hashes text many at a time. */
    private record Question(HttpMethod method, String accept, String type, String address, String body) {

        static Question of(RoutingContext context) {
            HttpServerRequest request = context.request();
            Buffer body = request.method() == HttpMethod.GET ? null : context.body().buffer();
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

    /** An answer, and the record's revision that it answers from. */
    private record Kept(long revision, WrittenAnswer answer) {}

    /** Where an answer may be kept once it is made: the record's revision is that before it was read. */
    private record Place(Question question, long revision) {}

    /** The key under which a request carries where its answer may be kept. */
    private static final String PLACE = "parley.place";

    private final Cache<Question, Kept> kept;
    private final Revision revision;
    private final ResponseWriter writer;

    KeptAnswers(HttpConfig config, Revision revision, ResponseWriter writer) {
        this.revision = revision;
        this.writer = writer;
        this.kept = config.keptBytes() == 0 ? null : Caffeine.newBuilder().maximumWeight(config.keptBytes())
                .weigher((Question question, Kept made) -> LEAST_WEIGHT + question.weight() + made.answer().bytes().length()).build();
    }

    /** Gives the answer to this request where it is kept; on the event loop, for that takes no longer than asking for a worker. */
    boolean give(RoutingContext context) {
        OptionalLong newest = kept == null ? OptionalLong.empty() : revision.newest();
        if (newest.isEmpty()) {
            return false;
        }
        Question question = Question.of(context);
        Kept found = kept.getIfPresent(question);
        if (found == null || found.revision() != newest.getAsLong()) {
            context.put(PLACE, new Place(question, newest.getAsLong()));
            return false;
        }
        writer.give(context, found.answer());
        return true;
    }

    /** Keeps an answer that the same request has until the record changes. */
    void keep(RoutingContext context, Request request, Answer answer, WrittenAnswer written) {
        Place place = context.get(PLACE);
        if (place != null && answer.isLasting() && !request.registers()) {
            kept.put(place.question(), new Kept(place.revision(), written));
        }
    }
}
