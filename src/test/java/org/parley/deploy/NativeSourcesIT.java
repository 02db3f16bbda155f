package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a native build is given holds all that our code reaches by reflection at run time. Without it the native executable would fail where
 * the JVM does not, and only when the field, argument or file in question is asked for. {@link NativeLookupsIT} holds the libraries to the
 * same.
 */
class NativeSourcesIT {

    private static final Path CLASSES = Path.of("target/classes");

    private static NativeBuild build;

    @BeforeAll
    static void read() throws IOException {
        build = NativeBuild.read();
    }

    private static List<Class<?>> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.toString().endsWith("package-info.class"))
                    .<Class<?>> map(file -> load(CLASSES.relativize(file).toString().replace(".class", "").replace('/', '.'))).toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeSourcesIT.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The methods that answer fields: found by name, called by reflection. */
    private static List<Method> resolvers() throws IOException {
        return classes().stream().filter(type -> type.isAnnotationPresent(GraphQLApi.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())).filter(NativeSourcesIT::answersField).toList();
    }

    private static boolean answersField(Method method) {
        return method.isAnnotationPresent(Query.class)
                || Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(Source.class));
    }

    /** Every type of the code base that these types contain or inherit from. */
    private static Set<Class<?>> reach(Stream<? extends Type> start) {
        Set<Class<?>> found = new LinkedHashSet<>();
        start.forEach(type -> collect(type, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), found);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> collect(bound, found));
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("org.parley.") && found.add(plain)) {
            Stream.concat(Stream.of(plain.getGenericSuperclass()), Arrays.stream(plain.getGenericInterfaces()))
                    .forEach(parent -> collect(parent, found));
            Arrays.stream(plain.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers()) || plain.isRecord())
                    .filter(field -> !Modifier.isStatic(field.getModifiers())).forEach(field -> collect(field.getGenericType(), found));
            Arrays.stream(plain.getDeclaredMethods()).filter(NativeSourcesIT::isGetter)
                    .forEach(getter -> collect(getter.getGenericReturnType(), found));
        }
    }

    private static boolean isGetter(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0
                && method.getName().matches("(get|is)[A-Z].*");
    }

    private static void assertRegistered(Stream<Class<?>> types, String... wanted) {
        Set<String> missing = types.filter(
                type -> build.reflective(type.getName()) == null || !Stream.of(wanted).allMatch(build.reflective(type.getName())::has))
                .map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "without @" + RegisterForReflection.class.getSimpleName());
    }

    @Test
    void everyRoomIsRegistered() throws IOException {
        List<Method> resolvers = resolvers();
        assertTrue(resolvers.size() > 100, resolvers.size() + " methods answer fields");
        assertRegistered(resolvers.stream().map(Method::getDeclaringClass).distinct().map(type -> (Class<?>) type), "allDeclaredMethods");
    }

    @Test
    void everyTypeOfTheSchemaIsRegistered() throws IOException {
        Set<Class<?>> types = reach(resolvers().stream().flatMap(
                method -> Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))));
        assertTrue(types.size() > 60, types.size() + " types");
        assertRegistered(types.stream(), "allDeclaredMethods", "allDeclaredFields", "allDeclaredConstructors");
    }

    @Test
    void everySettingIsRegistered() throws IOException {
        Set<String> mappings = classes().stream().filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .map(type -> type.getName() + "$$CMImpl").collect(Collectors.toSet());
        assertTrue(mappings.size() > 2, mappings.toString());
        assertEquals(Set.of(), mappings.stream().filter(name -> build.reflective(name) == null).collect(Collectors.toSet()));
    }

    @Test
    void everyFileThatIsReadIsInIt() throws IOException {
        for (String folder : List.of("db/migration", "org/parley/record", "org/parley/web", "org/parley/web/graphiql",
                "org/parley/web/schema", "templates/explorer")) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
                List<String> names = files.filter(Files::isRegularFile).map(file -> folder + "/" + file.getFileName())
                        .filter(name -> !name.endsWith(".class")).toList();
                assertTrue(!names.isEmpty(), folder);
                assertEquals(List.of(), names.stream().filter(name -> !build.hasResource(name)).toList());
            }
        }
    }

    /** Classes are initialised when the executable is built: what they hold then is the same in every process made of it. */
    @Test
    void noClassHoldsWhatBelongsToOneProcess() throws IOException {
        List<Class<?>> forbidden = List.of(Random.class, Thread.class, ExecutorService.class, java.net.Socket.class,
                java.nio.channels.Channel.class, java.io.Closeable.class, java.time.Clock.class, java.time.Instant.class,
                java.sql.Connection.class);
        List<String> held = classes().stream().flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> forbidden.stream().anyMatch(one -> one.isAssignableFrom(field.getType()))).map(Field::toString).toList();
        assertEquals(List.of(), held);
    }
}
