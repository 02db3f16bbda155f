package org.parley.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A record that may belong to the same happening as others. The fields that resolvers add to it become fields of every type that implements
 * it directly; the interface itself, having no property, is no type of the schema.
 */
@RegisterForReflection
public interface HasHappening {
}
