package org.parley.table;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.OutputStream;

/** The formats of tables. */
public enum TableFormat {

    CSV,
    JSON_LINES,
    GRAPHML;

    /**
     * Writes the response to a query as a table.
     *
     * @param rows the list whose items are the rows; null for the longest one
     * @throws org.parley.fault.BadUserInputException if there is no such list
     */
    public void write(GraphQLSchema schema, TableSource source, String rows, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> CsvWriter.write(Table.of(schema, source, rows, list -> true), out);
            case JSON_LINES -> JsonLinesWriter.write(Table.of(schema, source, rows, list -> true), out);
            case GRAPHML -> GraphMlWriter.write(Table.of(schema, source, rows, GraphMlWriter::isListOfPairs), out);
        }
    }
}
