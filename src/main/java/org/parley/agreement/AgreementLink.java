package org.parley.agreement;

import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** An agreement's relation to another one. */
public record AgreementLink(@NonNull AgreementRelation relation, @Ignore long agreementKey) {}
