package org.parley.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What has a history of changes. The fields that resolvers add to it become fields of every type that implements it directly; the interface
 * itself, having no property, is no type of the schema.
 */
@RegisterForReflection
public interface HasHistory {

    /** The key of the record whose changes these are. */
    Long historyKey();
}
