package org.parley.table;

/**
 * A column of a table: its name, and the field whose values it has.
 *
 * @param many whether its cells are lists
 */
record TableColumn(String name, TableField field, boolean many) {}
