package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A place, with the country it lies in. */
@RegisterForReflection
public record PlaceSeed(String slug, String name, List<String> aliases, String country) implements Seed {}
