package org.parley.entry.write;

/**
 * A record that refers to a record or office to be removed. For an office, `referredKind` is `office` and `referredName` has its holder and
 * title.
 */
public record Referrer(String kind, String slug, String referredKind, String referredName) {}
