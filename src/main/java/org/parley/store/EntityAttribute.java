package org.parley.store;

import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.BasicEntityIdentifierMappingImpl;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.property.access.spi.PropertyAccess;

/** An attribute of an entity, the columns that it is made of, and how it is made of them. */
record EntityAttribute(Field field, Set<String> shownIn, List<String> columns, Value value) {

    EntityAttribute(Field field, List<String> columns, Value value) {
        this(field, shownIn(field), columns, value);
    }

    /** Reads a value off a row, its first column being the one of that number. */
    interface Value {
        Object read(ResultSet row, int column) throws SQLException;
    }

    static EntityAttribute of(EntityIdentifierMapping key) {
        return basic(((BasicEntityIdentifierMappingImpl) key).getPropertyAccess(), (BasicValuedModelPart) key);
    }

    static EntityAttribute of(AttributeMapping mapping) {
        return mapping.isEmbeddedAttributeMapping()
                ? embedded(mapping.getPropertyAccess(), mapping.asEmbeddedAttributeMapping().getEmbeddableTypeDescriptor())
                : basic(mapping.getPropertyAccess(), (BasicValuedModelPart) mapping);
    }

    private static EntityAttribute basic(PropertyAccess access, BasicValuedModelPart column) {
        return new EntityAttribute(field(access), List.of(column.getSelectionExpression()),
                ColumnValue.of(column.getJavaType().getJavaTypeClass())::read);
    }

    /** Null where all its columns are. */
    private static EntityAttribute embedded(PropertyAccess access, EmbeddableMappingType type) {
        List<EntityAttribute> parts = new ArrayList<>();
        type.forEachAttributeMapping((Consumer<AttributeMapping>) part -> parts.add(of(part)));
        EmbeddableInstantiator instantiator = type.getRepresentationStrategy().getInstantiator();
        return new EntityAttribute(field(access), parts.stream().flatMap(part -> part.columns.stream()).toList(), (row, first) -> {
            Object made = null;
            int column = first;
            for (EntityAttribute part : parts) {
                Object value = part.value.read(row, column);
                if (value != null) {
                    made = made == null ? instantiator.instantiate(() -> null) : made;
                    part.set(made, value);
                }
                column += part.columns.size();
            }
            return made;
        });
    }

    private static Field field(PropertyAccess access) {
        Field field = (Field) access.getGetter().getMember();
        field.setAccessible(true);
        return field;
    }

    /** The fields that show it; none for what is always read. */
    private static Set<String> shownIn(Field field) {
        ReadIfAsked condition = field.getAnnotation(ReadIfAsked.class);
        if (condition == null) {
            return Set.of();
        }
        Set<String> fields = new HashSet<>(condition.inCursors() ? Reading.CURSORS : Set.of());
        fields.addAll(condition.value().length == 0 ? List.of(field.getName()) : List.of(condition.value()));
        return fields;
    }

    boolean isRead(Reading reading) {
        return shownIn.isEmpty() || reading.asks(shownIn);
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
