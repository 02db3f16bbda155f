/**
 * The numbers that sources give. Where they give different ones for one measure, each is a record of its own.
 */
package org.parley.figure;
