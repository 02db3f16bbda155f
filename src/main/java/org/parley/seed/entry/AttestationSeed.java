package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.parley.source.Voice;

/** One source's word for the record, or for one field of it. */
@RegisterForReflection
public record AttestationSeed(String source, String locator, Voice voice, String field, String value, String reads, String fragment) {}
