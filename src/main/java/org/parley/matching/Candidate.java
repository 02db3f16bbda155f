package org.parley.matching;

/**
 * A record that may be the same as a foreign one.
 *
 * @param score from 0 to 1
 * @param evidence what speaks for and against it, for people to read
 */
public record Candidate(String slug, double score, String evidence) {}
