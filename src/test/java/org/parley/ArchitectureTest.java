package org.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SharedSessionContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.ReadContext;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Which package may use which, and rules that hold in the whole code base. */
class ArchitectureTest {

    private static final String ROOT = "org.parley";

    /** The packages that every package may use. */
    private static final Set<String> BASE = Set.of("time", "paging", "graphql", "record", "source", "persistence", "fault", "text");

    /** Which package uses which, apart from the base packages. A child knows its parents, never the reverse. */
    private static final Map<String, Set<String>> DEPENDENCIES = dependencies("""
            actor     ->
            issue     ->
            place     -> actor
            meeting   -> actor issue place
            statement -> actor agreement issue meeting
            agreement -> actor issue meeting
            event     -> actor issue place
            figure    -> actor
            stats     -> agreement event meeting statement
            search    ->
            timeline  -> statement
            change    ->
            auth      ->
            table     ->
            http      -> change auth table
            websocket -> change http auth
            entry     -> change actor issue place meeting statement agreement event figure
            dataset   -> actor entry statement table
            exchange  -> dataset entry matching table
            matching  -> dataset entry
            mutation  -> change entry statement
            web       -> auth http
            """);

    /** The same among the base packages. */
    private static final Map<String, Set<String>> BASE_DEPENDENCIES = dependencies("""
            time    ->
            fault   ->
            text    -> fault
            paging  -> fault
            persistence -> fault paging text time
            graphql -> fault paging persistence record
            record  ->
            source  -> fault graphql paging record persistence time
            """);

    private static final JavaClasses CODE_BASE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Map<String, Set<String>> dependencies(String lines) {
        return lines.lines().map(line -> line.split("->"))
                .collect(Collectors.toMap(ends -> ends[0].strip(),
                        ends -> ends.length < 2 ? Set.of()
                                : Arrays.stream(ends[1].split(" ")).filter(not(String::isBlank)).collect(Collectors.toSet()),
                        (one, same) -> one, TreeMap::new));
    }

    static Stream<String> packages() {
        return Stream.concat(DEPENDENCIES.keySet().stream(), BASE_DEPENDENCIES.keySet().stream());
    }

    private static Set<String> mayUse(String name) {
        Set<String> names = new TreeSet<>(BASE_DEPENDENCIES.containsKey(name) ? BASE_DEPENDENCIES.get(name) : DEPENDENCIES.get(name));
        if (DEPENDENCIES.containsKey(name)) {
            names.addAll(BASE);
        }
        names.add(name);
        return names;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyThePackagesThatItMay(String name) {
        Set<String> allowed = mayUse(name);
        String[] patterns = allowed.stream().map(ArchitectureTest::pattern).toArray(String[]::new);
        classes().that().resideInAPackage(pattern(name)).should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(patterns)))
                .as("the package " + name + " should use no other packages of the code base than " + allowed)
                .because("a child adds its fields to its parent, so that parents never know their children").check(CODE_BASE);
    }

    @Test
    void everyListedDependencyExists() {
        Map<String, Set<String>> used = new TreeMap<>();
        packages().forEach(name -> used.put(name, usedBy(name)));
        Map<String, Set<String>> listed = new TreeMap<>(DEPENDENCIES);
        listed.putAll(BASE_DEPENDENCIES);
        assertEquals(written(listed), written(used), "the listed dependencies, and those of the code");
    }

    private static Set<String> usedBy(String name) {
        Set<String> unlisted = DEPENDENCIES.containsKey(name) ? BASE : Set.of();
        return CODE_BASE.stream().filter(owner -> name.equals(packageOf(owner)))
                .flatMap(owner -> owner.getDirectDependenciesFromSelf().stream()).map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType).map(ArchitectureTest::packageOf)
                .filter(used -> !used.isEmpty() && !used.equals(name) && !unlisted.contains(used))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String written(Map<String, Set<String>> dependencies) {
        return dependencies.entrySet().stream().map(entry -> entry.getKey() + " -> " + String.join(" ", new TreeSet<>(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyPackageIsListed() {
        Set<String> found = CODE_BASE.stream().map(ArchitectureTest::packageOf).filter(not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages().collect(Collectors.toCollection(TreeSet::new)), found);
    }

    /** The package of a class, below the root; empty for the root itself and for classes of others. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    private static String pattern(String name) {
        return ROOT + "." + name + "..";
    }

    @Test
    void optionalPackagesAreNotUsed() {
        Stream.of("mutation", "exchange", "search", "timeline", "websocket")
                .forEach(name -> noClasses().that().resideInAPackage(ROOT + ".*..").and().resideOutsideOfPackage(pattern(name)).should()
                        .dependOnClassesThat().resideInAPackage(pattern(name)).as("no package should use the package " + name)
                        .because("the code base compiles without it").check(CODE_BASE));
    }

    @Test
    void onlyQueriesContainSql() {
        DescribedPredicate<JavaClass> piecesOfSql = describe("build or send SQL",
                type -> Stream.of(WhereClause.class, ListQuery.class, Conditions.class).anyMatch(type::isEquivalentTo)
                        || type.isAssignableTo(SharedSessionContract.class) || type.isAssignableTo(EntityManager.class));
        noClasses().that().resideOutsideOfPackages(pattern("persistence"), pattern("entry"), pattern("dataset")).and()
                .haveSimpleNameNotEndingWith("Queries").and().doNotHaveFullyQualifiedName("org.parley.source.Dated").should()
                .dependOnClassesThat(piecesOfSql).as("only classes named ...Queries should build or send SQL")
                .because("a reader looks for a package's SQL in one place. Dated contains the lists by date that several Queries share")
                .check(CODE_BASE);
    }

    @Test
    void onlyTheStoreReadsRecords() {
        noClasses().that().resideOutsideOfPackage(pattern("persistence")).should()
                .callMethodWhere(describe("is a finder of Panache",
                        (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheEntityBase")
                                && Set.of("find", "findById", "list", "listAll", "stream", "count", "persist", "delete", "update")
                                        .contains(call.getName())))
                .because("the store loads a whole level in one statement").check(CODE_BASE);
    }

    @Test
    void onlyTheStoreFindsTheReadContextByItsThread() {
        noClasses().that().areNotAssignableTo(Store.class).should().callMethod(ReadContext.class, "bound")
                .because("all other code is given the context of the request").check(CODE_BASE);
    }

    @Test
    void entitiesHaveNoAssociations() {
        Stream.of(ManyToOne.class, OneToMany.class, OneToOne.class, ManyToMany.class, ElementCollection.class)
                .forEach(association -> fields().that()
                        .areDeclaredInClassesThat(describe("are mapped to tables", ArchitectureTest::isMapped)).should()
                        .notBeAnnotatedWith(association).because("an entity contains keys, and batches load the objects").check(CODE_BASE));
    }

    private static boolean isMapped(JavaClass type) {
        return Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class).anyMatch(type::isAnnotatedWith);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses().should().callMethodWhere(describe("reads the system clock", ArchitectureTest::readsSystemClock))
                .because("a test must be able to set the time").check(CODE_BASE);
    }

    private static boolean readsSystemClock(JavaMethodCall call) {
        boolean now = call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        return now || call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }
}
