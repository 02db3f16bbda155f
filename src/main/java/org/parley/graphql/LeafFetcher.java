package org.parley.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Reads a property of the parent, with nothing around it. */
final class LeafFetcher implements LightDataFetcher<Object>, TrivialDataFetcher<Object> {

    private final Property property;

    LeafFetcher(Class<?> owner, Field field) {
        this.property = field.getMethodName() == null ? ofField(owner, field.getPropertyName()) : ofMethod(owner, field.getMethodName());
    }

    private interface Property {
        Object of(Object parent) throws ReflectiveOperationException;
    }

    private static Property ofField(Class<?> owner, String name) {
        try {
            return owner.getField(name)::get;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Property ofMethod(Class<?> owner, String name) {
        try {
            Method getter = owner.getMethod(name);
            getter.setAccessible(true);
            return getter::invoke;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object get(GraphQLFieldDefinition field, Object parent, Supplier<DataFetchingEnvironment> environment) throws Exception {
        return shown(property.of(parent));
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        return shown(property.of(environment.getSource()));
    }

    private static Object shown(Object value) {
        return value instanceof LocalDate || value instanceof Instant ? value.toString() : value;
    }
}
