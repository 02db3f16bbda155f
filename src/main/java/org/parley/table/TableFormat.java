package org.parley.table;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.OutputStream;

/** The formats of tables. */
public enum TableFormat {

    CSV,
    JSON_LINES,
    GRAPHML;

    /** Whether the items of a list of objects can be the rows. */
    boolean isSuitable(TableField list) {
        return this != GRAPHML || GraphMlWriter.isListOfPairs(list);
    }

    /**
     * Writes the response to a query as a table.
     *
     * @param rows the list whose items are the rows; null for the longest one
     * @throws org.parley.fault.BadUserInputException if there is no such list
     */
    public void write(GraphQLSchema schema, TableSource source, String rows, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> CsvWriter.write(Table.of(schema, source, rows, this::isSuitable), out);
            case JSON_LINES -> JsonLinesWriter.write(Table.of(schema, source, rows, this::isSuitable), out);
            case GRAPHML -> GraphMlWriter.write(Table.of(schema, source, rows, this::isSuitable), out);
        }
    }
}
