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
import org.parley.fault.InputTextRules;
import org.parley.fault.TextRules;

/** A resolver method, and the conversion of its arguments. */
class ResolverMethod {

    private final Object bean;
    private final Method method;
    private final List<Argument> arguments;
    private final JavaType[] types;
    private final ObjectMapper mapper;

    ResolverMethod(Operation operation, ObjectMapper mapper) {
        Class<?> owner = load(operation.getClassName());
        this.bean = Arc.container().select(owner).get();
        this.arguments = operation.getArguments();
        this.method = Arrays.stream(owner.getDeclaredMethods()).filter(candidate -> fits(candidate, operation)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no method found for " + operation));
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

    boolean readsWholeRecords() {
        return method.isAnnotationPresent(ReadsWholeRecords.class);
    }

    /**
     * Calls the method.
     *
     * @param source the parent or the list of parents; null for a root field
     */
    Object call(Object source, Map<String, Object> sent) {
        Map<String, Object> normalized = TextRules.normalized(sent);
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
            checkTexts(name, value);
        }
        if (value == null && name.equals(StandardArguments.FILTER)) {
            return mapper.convertValue(Map.of(), type);
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

    /** Rejects texts that the database cannot search for, at any depth of the value. */
    private static void checkTexts(String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, inner) -> checkTexts(name + "." + field, inner));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> checkTexts(name, item));
        } else if (value instanceof String text) {
            InputTextRules.fault(text).ifPresent(fault -> {
                throw new BadUserInputException(name + ": " + fault);
            });
        }
    }

    /** Returns the path from the argument to the invalid field. */
    private static String path(String name, IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping ? Stream
                .concat(Stream.of(name),
                        mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName).filter(Objects::nonNull))
                .collect(Collectors.joining(".")) : name;
    }

    private static String reason(IllegalArgumentException e) {
        if (e.getCause() instanceof InvalidFormatException format) {
            return "'" + format.getValue() + "' is not a valid date; send YYYY-MM-DD";
        }
        return e.getCause() instanceof JsonMappingException mapping ? mapping.getOriginalMessage() : e.getMessage();
    }
}
