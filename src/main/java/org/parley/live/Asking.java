package org.parley.live;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.parley.change.Change;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.Question;
import org.parley.graphql.WorkShare;
import org.parley.http.AnswerJson;
import org.parley.http.PersistedQueries;
import org.parley.http.RefusedException;
import org.parley.http.Request;
import org.parley.http.RequestLog;
import org.parley.http.RequestMetrics;

/** Answers what comes over a connection that stays: the same documents as over HTTP, within the same limits, counted the same way. */
@ApplicationScoped
class Asking {

    private final Engine engine;
    private final PersistedQueries persisted;
    private final AnswerJson json;
    private final RequestMetrics metrics;

    Asking(Engine engine, PersistedQueries persisted, AnswerJson json, RequestMetrics metrics) {
        this.engine = engine;
        this.persisted = persisted;
        this.json = json;
        this.metrics = metrics;
    }

    Question question(Map<String, Object> payload, Caller caller, WorkShare share) throws RefusedException {
        Request request = Request.of(payload, false);
        return new Question(persisted.document(request), request.operationName(), request.variables(), false, caller, share, Question.ANY);
    }

    /** Answers a query or a mutation, or begins a subscription. */
    Answer begin(Question question) {
        long began = System.nanoTime();
        Answer answer = engine.listen(question);
        long took = System.nanoTime() - began;
        metrics.count(answer, took);
        RequestLog.answered(question.document(), answer, took, question.caller());
        return answer;
    }

    /** Answers for an event from a state of the record that has it. */
    Answer event(Question question, Object event) {
        return engine.answer(event instanceof Change change ? question.from(change.number) : question, event);
    }

    Buffer written(Answer answer) throws RefusedException {
        return json.of(answer);
    }

    void count(RefusedException refusal) {
        metrics.countRefused(refusal.code());
        RequestLog.refused(refusal);
    }

    void count(Failure failure) {
        metrics.countFailed(failure.code());
        RequestLog.failed(failure);
    }
}
