package org.parley.seed.write;

/** A record that stays and refers to one that is to go, or to an office (kind `office`, its name holder and title). */
public record Referrer(String kind, String slug, String referredKind, String referredName) {}
