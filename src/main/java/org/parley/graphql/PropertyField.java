package org.parley.graphql;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.smallrye.graphql.schema.model.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** A field that is read from its parent: a public field or a getter. */
final class PropertyField implements FieldSource {

    private interface Reader {
        Object read(Object parent) throws ReflectiveOperationException;
    }

    private final String name;
    private final Reader reader;

    PropertyField(String type, Class<?> owner, Field field) {
        this.name = type + "." + field.getName();
        this.reader = field.getMethodName() == null || isGenerated(owner, field) ? ofField(owner, field.getPropertyName())
                : ofMethod(owner, field.getMethodName());
    }

    /** A field of the payload of a mutation. */
    private PropertyField(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    static PropertyField ofPayload(String type, String field) {
        return new PropertyField(type + "." + field, payload -> ((MutationField.Payload) payload).value(field));
    }

    /** Whether Panache generated the getter for a public field. */
    private static boolean isGenerated(Class<?> owner, Field field) {
        return PanacheEntityBase.class.isAssignableFrom(owner)
                && Arrays.stream(owner.getFields()).anyMatch(one -> one.getName().equals(field.getPropertyName()));
    }

    private static Reader ofField(Class<?> owner, String name) {
        try {
            return owner.getField(name)::get;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader ofMethod(Class<?> owner, String name) {
        try {
            Method getter = owner.getMethod(name);
            getter.setAccessible(true);
            return getter::invoke;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    Object of(Object parent) {
        try {
            Object value = reader.read(parent);
            return value instanceof LocalDate || value instanceof Instant ? value.toString() : value;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
