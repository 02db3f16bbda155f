package org.parley.store;

import java.lang.reflect.Field;
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
import org.hibernate.property.access.spi.PropertyAccess;

/**
 * Makes entities of rows by the ORM's own mapping of attributes to columns, without its persistence context: what is only read needs no
 * snapshot and no entry in it, which is most of what a row costs there.
 */
final class EntityReader<T> {

    /** Reads a value off a row, its first column being the one of that number. */
    private interface Value {
        Object read(ResultSet row, int column) throws SQLException;
    }

    private record Attribute(Field field, Value value, int column) {

        void read(Object owner, ResultSet row, int first) throws SQLException {
            set(owner, value.read(row, first + column));
        }

        void set(Object owner, Object read) {
            try {
                if (read != null) {
                    field.set(owner, read);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Attribute> attributes;
    private final EntityInstantiator instantiator;

    EntityReader(EntityPersister entity) {
        this.table = entity.getTableName();
        this.instantiator = entity.getRepresentationStrategy().getInstantiator();
        this.attributes = new ArrayList<>();
        EntityIdentifierMapping key = entity.getIdentifierMapping();
        Field field = field(((BasicEntityIdentifierMappingImpl) key).getPropertyAccess());
        attributes.add(new Attribute(field, basic((BasicValuedModelPart) key), 0));
        attributes.addAll(attributes(entity));
    }

    private List<Attribute> attributes(ManagedMappingType type) {
        List<Attribute> found = new ArrayList<>();
        type.forEachAttributeMapping((Consumer<AttributeMapping>) mapping -> {
            int column = columns.size();
            Value value = mapping.isEmbeddedAttributeMapping()
                    ? embedded(mapping.asEmbeddedAttributeMapping().getEmbeddableTypeDescriptor()) : basic((BasicValuedModelPart) mapping);
            found.add(new Attribute(field(mapping.getPropertyAccess()), value, column));
        });
        return found;
    }

    private static Field field(PropertyAccess access) {
        Field field = (Field) access.getGetter().getMember();
        field.setAccessible(true);
        return field;
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
                    part.set(made, value);
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
            attribute.read(made, row, from);
        }
        return (T) made;
    }
}
