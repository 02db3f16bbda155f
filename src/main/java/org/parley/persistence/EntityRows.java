package org.parley.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.metamodel.spi.EntityInstantiator;

/** Reads rows of an entity with a selection of its attributes. */
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

    /** Returns the columns of the table `e`, in reading order. */
    String columns() {
        return columns;
    }

    /**
     * Reads an entity.
     *
     * @param from the number of its first column
     */
    @SuppressWarnings("unchecked")
    T read(ResultSet row, int from, ReadBudget budget) throws SQLException {
        Object entity = instantiator.instantiate();
        int column = from;
        for (EntityAttribute attribute : attributes) {
            Object value = attribute.value().read(row, column);
            budget.value(value);
            attribute.set(entity, value);
            column += attribute.columns().size();
        }
        return (T) entity;
    }
}
