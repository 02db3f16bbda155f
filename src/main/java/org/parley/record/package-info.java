/** The structure of records: kinds, definitions of entries, and the JSON Schemas generated from them. */
package org.parley.record;
