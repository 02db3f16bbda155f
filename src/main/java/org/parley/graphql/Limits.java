package org.parley.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.parley.store.ReadBudget;

/**
 * What one request may ask for, all in one place. The defaults let GraphiQL and every query of a front-end that we know of through, and
 * keep what would occupy a pod for seconds out.
 */
@ConfigMapping(prefix = "parley.limits")
public interface Limits {

    /** Levels of nested fields. GraphiQL's introspection has 15. */
    @WithDefault("20")
    int depth();

    /** Tokens of a document. */
    @WithDefault("10000")
    int tokens();

    /** Characters of a document. */
    @WithDefault("100000")
    int characters();

    /** Fields that a document names, fragments counted once. */
    @WithDefault("2000")
    int fields();

    /** Fragments that a document defines. Each may call the next: checking them goes as deep as they are many. */
    @WithDefault("200")
    int fragments();

    /** Fields with an alias. */
    @WithDefault("100")
    int aliases();

    /** Directives. */
    @WithDefault("100")
    int directives();

    /** Fields at the root of an operation, fragments spread out. */
    @WithDefault("50")
    int rootFields();

    /**
     * What an operation may cost before it is run: fields and rows of its answer, page sizes multiplied through the levels, and the weights
     * of expensive fields. GraphiQL's introspection counts as 52,000.
     */
    @WithDefault("100000")
    long cost();

    /** How many items a list without a page size is taken to have, where nothing else is known of it. */
    @WithDefault("10")
    int listSize();

    /** Rows that a request may read; it is stopped at the next one. */
    @WithDefault("50000")
    long rows();

    /** Bytes of the texts that a request may read. */
    @WithDefault("40000000")
    long readBytes();

    /** From which cost on an operation counts as expensive. */
    @WithDefault("2000")
    long expensiveCost();

    /** Expensive operations that run at once, of all clients together. */
    @WithDefault("4")
    int expensive();

    /** Mutations that run at once, of all clients together; the record takes one write at a time. */
    @WithDefault("4")
    int writing();

    /** Expensive operations and mutations that wait for others; further ones are refused. */
    @WithDefault("32")
    int waiting();

    /** How long one of these waits. */
    @WithDefault("5s")
    Duration waitingTime();

    /** How long a request may take in all. */
    @WithDefault("10s")
    Duration time();

    /** The moment of System.nanoTime() at which a request that begins now is late. */
    default long deadline() {
        return System.nanoTime() + time().toNanos();
    }

    /** What a request that begins now may read. */
    default ReadBudget reading() {
        return new ReadBudget(rows(), readBytes());
    }

    /** Requests at once; further ones are told to come again. */
    @WithDefault("200")
    int requests();

    /** Bytes of a request's body. */
    @WithDefault("1000000")
    long body();

    /** Bytes of an answer. */
    @WithDefault("20000000")
    long answer();

    /** Characters of the documents whose parsed form is kept. */
    @WithDefault("1000000")
    long keptCharacters();

    /** Whether the schema may be asked for, by introspection or as a text. */
    @WithDefault("true")
    boolean introspection();
}
