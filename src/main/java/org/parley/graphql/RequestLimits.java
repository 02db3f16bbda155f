package org.parley.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.parley.persistence.ReadBudget;

/**
 * Limits on requests. The defaults allow GraphiQL and all known queries of front-ends, and reject requests that would occupy a pod for
 * seconds.
 */
@ConfigMapping(prefix = "parley.limits")
public interface RequestLimits {

    /** Levels of nested fields. GraphiQL's introspection has 15. */
    @WithDefault("20")
    int depth();

    /** Tokens of a document. */
    @WithDefault("10000")
    int tokens();

    /** Characters of a document. */
    @WithDefault("100000")
    int characters();

    /** Fields of a document; those of a fragment count once. */
    @WithDefault("2000")
    int fields();

    /** Fragment definitions of a document. Validation recurses through nested fragments. */
    @WithDefault("200")
    int fragments();

    /** Fields with an alias. */
    @WithDefault("100")
    int aliases();

    /** Directives. */
    @WithDefault("100")
    int directives();

    /** Root fields of an operation, including those of fragments. */
    @WithDefault("50")
    int rootFields();

    /**
     * Cost of an operation, computed before execution: fields and rows of the response, multiplied by page sizes, and weights of expensive
     * fields. GraphiQL's introspection has 52,000.
     */
    @WithDefault("100000")
    long cost();

    /** Assumed number of items of a list without a page size. */
    @WithDefault("10")
    int listSize();

    /** Rows that a request may read; it fails at the next one. */
    @WithDefault("50000")
    long rows();

    /** Bytes of text that a request may read. */
    @WithDefault("40000000")
    long readBytes();

    /** Time for PostgreSQL to execute all statements of a request and to return their rows. PostgreSQL cancels a statement at that time. */
    @WithDefault("1200ms")
    Duration databaseTime();

    /** Cost from which an operation is expensive. */
    @WithDefault("2000")
    long expensiveCost();

    /** Concurrent expensive operations of all clients. */
    @WithDefault("4")
    int expensive();

    /** Concurrent mutations of all clients. Writes themselves are serial. */
    @WithDefault("4")
    int mutations();

    /** Queued expensive operations and mutations; further ones are rejected. */
    @WithDefault("32")
    int waiting();

    /** Time that an operation may be queued. */
    @WithDefault("5s")
    Duration waitingTime();

    /** Total time of a request. */
    @WithDefault("10s")
    Duration time();

    /** Returns the value of System.nanoTime() at which a request that starts now times out. */
    default long deadline() {
        return System.nanoTime() + time().toNanos();
    }

    /** Creates the budget of a request. */
    default ReadBudget newBudget(ReadBudget.Memory memory) {
        return new ReadBudget(rows(), readBytes(), databaseTime(), memory);
    }

    /** Concurrent requests; further ones are rejected. */
    @WithDefault("200")
    int requests();

    /** Bytes of the body of a request. */
    @WithDefault("1000000")
    long body();

    /** Bytes of a response. */
    @WithDefault("20000000")
    long response();

    /** Items of a list that a table reads as a whole. */
    @WithDefault("10000")
    int tableRows();

    /** Fraction of the heap that all responses may use together, from reading their data until they are sent. */
    @WithDefault("0.33")
    double responseMemory();

    /** Total characters of the documents in the cache of parsed documents. */
    @WithDefault("1000000")
    long cachedCharacters();

    /** Whether the schema is available, by introspection and as text. */
    @WithDefault("true")
    boolean introspection();
}
