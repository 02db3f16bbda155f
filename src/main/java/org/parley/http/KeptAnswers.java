package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.parley.change.Revision;

/**
 * Answers as they were written, given again to the same request while the record is the same. A request is the same where its bytes and the
 * headers that an answer depends on are: it is not even read.
 */
@ApplicationScoped
class KeptAnswers {

    /** What keeping an answer takes beside its bytes. */
    private static final int LEAST_WEIGHT = 500;

    /** A request as it came. */
    record Question(HttpMethod method, String accept, String type, String address, Buffer body) {

        static Question of(RoutingContext context) {
            HttpMethod method = context.request().method();
            return new Question(method, context.request().getHeader(HttpHeaders.ACCEPT),
                    context.request().getHeader(HttpHeaders.CONTENT_TYPE), context.request().query(),
                    method == HttpMethod.GET ? null : context.body().buffer());
        }

        private int weight() {
            return (body == null ? 0 : body.length()) + (address == null ? 0 : 2 * address.length());
        }
    }

    /** An answer as it was written, the record's revision that it answers from, and its entity tag where it has one. */
    record Kept(long revision, String type, Buffer bytes, String tag) {}

    /** Where an answer may be kept once it is made: the record's revision is that before it was read. */
    record Place(Question question, long revision) {}

    private final Cache<Question, Kept> kept;
    private final Revision revision;

    KeptAnswers(HttpConfig config, Revision revision) {
        this.revision = revision;
        this.kept = config.keptBytes() == 0 ? null : Caffeine.newBuilder().maximumWeight(config.keptBytes())
                .weigher((Question question, Kept answer) -> LEAST_WEIGHT + question.weight() + answer.bytes().length()).build();
    }

    /** Where the answer to this request stands or may be kept; null where none may be. */
    Place place(RoutingContext context) {
        OptionalLong newest = kept == null ? OptionalLong.empty() : revision.newest();
        return newest.isEmpty() ? null : new Place(Question.of(context), newest.getAsLong());
    }

    /** The answer that stands there; null where none does. */
    Kept at(Place place) {
        Kept found = kept.getIfPresent(place.question());
        return found != null && found.revision() == place.revision() ? found : null;
    }

    void keep(Place place, Kept answer) {
        kept.put(place.question(), answer);
    }
}
