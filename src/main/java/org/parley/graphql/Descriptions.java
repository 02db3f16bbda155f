package org.parley.graphql;

/** Descriptions of types and fields that have no annotation of their own. */
public interface Descriptions {

    /** The description of a type, or of a field as `Type.field`; null if absent. */
    String of(String name);
}
