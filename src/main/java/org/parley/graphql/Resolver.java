package org.parley.graphql;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Source;
import org.parley.fault.BadUserInputException;
import org.parley.fault.RecordedText;
import org.parley.fault.Texts;

/** A method of a room that answers a field, and how its arguments are made from those of the query. */
final class Resolver {

    private final Object bean;
    private final Method method;
    private final List<Argument> arguments;
    private final JavaType[] types;
    private final ObjectMapper mapper;

    Resolver(Operation operation, ObjectMapper mapper) {
        Class<?> room = load(operation.getClassName());
        this.bean = Arc.container().select(room).get();
        this.arguments = operation.getArguments();
        this.method = Arrays.stream(room.getDeclaredMethods()).filter(candidate -> fits(candidate, operation)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no method answers " + operation));
        this.types = Arrays.stream(method.getGenericParameterTypes()).map(mapper::constructType).toArray(JavaType[]::new);
        this.mapper = mapper;
    }

    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean fits(Method candidate, Operation operation) {
        Parameter[] parameters = candidate.getParameters();
        if (!candidate.getName().equals(operation.getMethodName()) || parameters.length != operation.getArguments().size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Argument argument = operation.getArguments().get(i);
            boolean source = parameters[i].isAnnotationPresent(Source.class);
            if (source != argument.isSourceArgument()
                    || source && !element(parameters[i].getParameterizedType()).getName().equals(argument.getReference().getClassName())) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    /** What the method gives for these arguments; `source` stands where it takes the parent or parents. */
    Object call(Object source, Map<String, Object> given) {
        Map<String, Object> normalized = RecordedText.normalized(given);
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            values[i] = argument.isSourceArgument() ? source : convert(argument.getName(), normalized.get(argument.getName()), types[i]);
        }
        try {
            return method.invoke(bean, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object convert(String name, Object value, JavaType type) {
        if (!name.equals(StandardArguments.IDS)) {
            refuseNoText(name, value);
        }
        if (value == null || type.isTypeOrSubTypeOf(value.getClass())) {
            return value;
        }
        try {
            return mapper.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            throw new BadUserInputException(path(name, e) + ": " + reason(e));
        }
    }

    /** Refuses texts that the database cannot look for, wherever they stand in the value. */
    private static void refuseNoText(String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, inner) -> refuseNoText(name + "." + field, inner));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> refuseNoText(name, item));
        } else if (value instanceof String text) {
            Texts.fault(text).ifPresent(fault -> {
                throw new BadUserInputException(name + ": " + fault);
            });
        }
    }

    /** The argument, and the way from it to the field that cannot be read. */
    private static String path(String name, IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping ? Stream
                .concat(Stream.of(name),
                        mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName).filter(Objects::nonNull))
                .collect(Collectors.joining(".")) : name;
    }

    private static String reason(IllegalArgumentException e) {
        if (e.getCause() instanceof InvalidFormatException format) {
            return "'" + format.getValue() + "' is no day of the calendar; send one as YYYY-MM-DD";
        }
        return e.getCause() instanceof JsonMappingException mapping ? mapping.getOriginalMessage() : e.getMessage();
    }
}
