package org.parley.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

    /** Fields that an answer may have, page sizes multiplied through the levels. GraphiQL's introspection counts as 52,000. */
    @WithDefault("100000")
    long cost();

    /** How many items a list without a page size is taken to have. */
    @WithDefault("10")
    int listSize();

    /** How long a request may take in all. */
    @WithDefault("10s")
    Duration time();

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
