package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.metamodel.spi.EntityInstantiator;

/** How rows of an entity are read: which columns of its table, and what is made of them. */
final class EntityRows<T> {

    private final String table;
    private final EntityInstantiator instantiator;
    private final EntityAttribute[] attributes;
    private final String columns;

    EntityRows(String table, EntityInstantiator instantiator, List<EntityAttribute> attributes) {
        this.table = table;
        this.instantiator = instantiator;
        this.attributes = attributes.toArray(EntityAttribute[]::new);
        this.columns = attributes.stream().flatMap(attribute -> attribute.columns().stream()).map("e."::concat)
                .collect(Collectors.joining(", "));
    }

    String table() {
        return table;
    }

    /** The columns of the table `e`, in the order in which they are read. */
    String columns() {
        return columns;
    }

    /** The entity of a row, whose first column has that number. */
    @SuppressWarnings("unchecked")
    T read(ResultSet row, int from, ReadBudget budget) throws SQLException {
        Object made = instantiator.instantiate();
        int column = from;
        for (EntityAttribute attribute : attributes) {
            Object value = attribute.value().read(row, column);
            budget.value(value);
            attribute.set(made, value);
            column += attribute.columns().size();
        }
        return (T) made;
    }
}
