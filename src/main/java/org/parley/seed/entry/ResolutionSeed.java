package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.parley.source.ResolutionRule;

/** Why the record shows the value it does where sources disagree on a field. */
@RegisterForReflection
public record ResolutionSeed(String field, ResolutionRule rule, String note) {}
