package org.parley.statement;

import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A statement's reference to another record. */
public record Reference(@NonNull ReferenceRelation relation, @Ignore long recordKey) {}
