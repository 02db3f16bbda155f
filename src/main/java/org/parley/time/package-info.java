/**
 * Inexact dates in EDTF (ISO 8601-2): parsing, first and last possible day, labels in English, and ranges to filter by.
 */
package org.parley.time;
