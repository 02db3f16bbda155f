package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ManagedMappingType;
import org.hibernate.metamodel.mapping.internal.BasicEntityIdentifierMappingImpl;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.EntityInstantiator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.spi.Setter;

/**
 * Makes entities of rows by the ORM's own mapping of attributes to columns, without its persistence context: what is only read needs no
 * snapshot and no entry in it, which is most of what a row costs there.
 */
final class EntityReader<T> {

    /** Reads a value off a row, its first column being the one of that number. */
    private interface Value {
        Object read(ResultSet row, int column) throws SQLException;
    }

    private record Attribute(Setter setter, Value value, int column) {}

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Attribute> attributes;
    private final EntityInstantiator instantiator;

    EntityReader(EntityPersister entity) {
        this.table = entity.getTableName();
        this.instantiator = entity.getRepresentationStrategy().getInstantiator();
        this.attributes = new ArrayList<>();
        EntityIdentifierMapping key = entity.getIdentifierMapping();
        Setter setter = ((BasicEntityIdentifierMappingImpl) key).getPropertyAccess().getSetter();
        attributes.add(new Attribute(setter, basic((BasicValuedModelPart) key), 0));
        attributes.addAll(attributes(entity));
    }

    private List<Attribute> attributes(ManagedMappingType type) {
        List<Attribute> found = new ArrayList<>();
        type.forEachAttributeMapping((Consumer<AttributeMapping>) mapping -> {
            int column = columns.size();
            Value value = mapping.isEmbeddedAttributeMapping()
                    ? embedded(mapping.asEmbeddedAttributeMapping().getEmbeddableTypeDescriptor()) : basic((BasicValuedModelPart) mapping);
            found.add(new Attribute(mapping.getPropertyAccess().getSetter(), value, column));
        });
        return found;
    }

    private Value basic(BasicValuedModelPart column) {
        columns.add(column.getSelectionExpression());
        return ColumnValue.of(column.getJavaType().getJavaTypeClass())::read;
    }

    /** Null where all its columns are. */
    private Value embedded(EmbeddableMappingType type) {
        int first = columns.size();
        List<Attribute> parts = attributes(type);
        EmbeddableInstantiator instantiator = type.getRepresentationStrategy().getInstantiator();
        return (row, column) -> {
            Object made = null;
            for (Attribute part : parts) {
                Object value = part.value().read(row, column - first + part.column());
                if (value != null) {
                    made = made == null ? instantiator.instantiate(() -> null) : made;
                    part.setter().set(made, value);
                }
            }
            return made;
        };
    }

    String table() {
        return table;
    }

    /** Its columns of the table `e`, in the order in which they are read. */
    String columns() {
        return "e." + String.join(", e.", columns);
    }

    /** The entity of a row, whose first column has that number. */
    @SuppressWarnings("unchecked")
    T read(ResultSet row, int from) throws SQLException {
        Object made = instantiator.instantiate();
        for (Attribute attribute : attributes) {
            Object value = attribute.value().read(row, from + attribute.column());
            if (value != null) {
                attribute.setter().set(made, value);
            }
        }
        return (T) made;
    }
}
