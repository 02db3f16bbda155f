/**
 * Who acts, is spoken to or is spoken of: states, persons, ministries, bodies, contingents, outlets, and the offices that persons hold. It
 * knows no meeting and no statement: their packages add their fields to the actor.
 */
package org.parley.actor;
