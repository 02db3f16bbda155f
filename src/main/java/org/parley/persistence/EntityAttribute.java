package org.parley.persistence;

import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

/**
 * An attribute of an entity, and how it is read from its columns.
 *
 * @param neededBy the fields that need it; empty if it is always read
 * @param inCursors whether cursors need it
 */
record EntityAttribute(Field field, Set<String> neededBy, boolean inCursors, List<String> columns, Value value) {

    EntityAttribute(Field field, List<String> columns, Value value) {
        this(field, neededBy(field), isInCursors(field), columns, value);
    }

    /** Reads a value from a row, starting at a column. */
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

    /** Reads an embedded object; null if all its columns are null. */
    private static EntityAttribute embedded(PropertyAccess access, EmbeddableMappingType type) {
        List<EntityAttribute> parts = new ArrayList<>();
        type.forEachAttributeMapping((Consumer<AttributeMapping>) part -> parts.add(of(part)));
        EmbeddableInstantiator instantiator = type.getRepresentationStrategy().getInstantiator();
        return new EntityAttribute(field(access), parts.stream().flatMap(part -> part.columns.stream()).toList(), (row, first) -> {
            Object object = null;
            int column = first;
            for (EntityAttribute part : parts) {
                Object value = part.value.read(row, column);
                if (value != null) {
                    object = object == null ? instantiator.instantiate(() -> null) : object;
                    part.set(object, value);
                }
                column += part.columns.size();
            }
            return object;
        });
    }

    private static Field field(PropertyAccess access) {
        Field field = (Field) access.getGetter().getMember();
        field.setAccessible(true);
        return field;
    }

    /** Returns the fields that need it; empty if it is always read. */
    private static Set<String> neededBy(Field field) {
        ReadFor condition = field.getAnnotation(ReadFor.class);
        if (field.isAnnotationPresent(Id.class) || isAlways(condition)
                || isAlways(field.getDeclaringClass().getAnnotation(ReadFor.class))) {
            return Set.of();
        }
        return condition == null || condition.value().length == 0 ? Set.of(field.getName().replaceFirst("Key$", ""))
                : Set.of(condition.value());
    }

    private static boolean isAlways(ReadFor condition) {
        return condition != null && condition.always();
    }

    private static boolean isInCursors(Field field) {
        ReadFor condition = field.getAnnotation(ReadFor.class);
        return condition != null && condition.inCursors();
    }

    /** Whether the attribute is read for entities of the type if these fields are requested. */
    boolean isRead(String type, RequestedFields requested) {
        return neededBy.isEmpty() || requested.includesAny(type, neededBy) || inCursors && requested.cursors();
    }

    void set(Object owner, Object value) {
        try {
            if (value != null) {
                field.set(owner, value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
