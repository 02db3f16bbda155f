/**
 * Sources, attestations, the fields on which sources disagree, and the rule that chose the value shown. What all kinds of record share
 * stands here too: key, slug, global id.
 */
package org.parley.source;
