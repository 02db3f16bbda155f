/** The analysis of texts and names in any script: words without case and accents, Latin letters, and keys of names. */
package org.parley.text;
