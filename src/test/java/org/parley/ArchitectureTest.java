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
import org.parley.store.Conditions;
import org.parley.store.Listing;
import org.parley.store.Where;

/** How the house is built: which room may use which, and what holds in all of them. */
class ArchitectureTest {

    private static final String HOUSE = "org.parley";

    /** The rooms that every room may use. */
    private static final Set<String> GROUND = Set.of("time", "paging", "graphql", "source", "store", "fault");

    /** Which room uses which, beside the ground. A child knows its parents, never the other way round. */
    private static final Map<String, Set<String>> ARROWS = arrows("""
            actor     ->
            issue     ->
            place     -> actor
            meeting   -> actor issue place
            statement -> actor issue meeting
            agreement -> actor issue meeting
            event     -> actor issue place
            figure    -> actor
            search    ->
            timeline  -> meeting statement agreement event figure
            change    -> actor issue place meeting statement agreement event figure
            rights    ->
            http      -> change rights
            live      -> change http rights
            seed      -> change actor issue place meeting statement agreement event figure
            edit      -> change seed
            web       ->
            """);

    /** The same among the rooms of the ground. */
    private static final Map<String, Set<String>> GROUND_ARROWS = arrows("""
            time    ->
            fault   ->
            paging  -> fault
            store   -> fault paging time
            graphql -> fault paging store
            source  -> fault graphql paging store time
            """);

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    private static Map<String, Set<String>> arrows(String lines) {
        return lines.lines().map(line -> line.split("->"))
                .collect(Collectors.toMap(ends -> ends[0].strip(),
                        ends -> ends.length < 2 ? Set.of()
                                : Arrays.stream(ends[1].split(" ")).filter(not(String::isBlank)).collect(Collectors.toSet()),
                        (one, same) -> one, TreeMap::new));
    }

    static Stream<String> rooms() {
        return Stream.concat(ARROWS.keySet().stream(), GROUND_ARROWS.keySet().stream());
    }

    private static Set<String> mayUse(String room) {
        Set<String> rooms = new TreeSet<>(GROUND_ARROWS.containsKey(room) ? GROUND_ARROWS.get(room) : ARROWS.get(room));
        if (ARROWS.containsKey(room)) {
            rooms.addAll(GROUND);
        }
        rooms.add(room);
        return rooms;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_the_rooms_it_may(String room) {
        Set<String> allowed = mayUse(room);
        String[] packages = allowed.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
        classes().that().resideInAPackage(packageOf(room)).should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(HOUSE + "..").or(resideInAnyPackage(packages)))
                .as("the room " + room + " should use no other rooms of the house than " + allowed)
                .because("a child adds its fields to its parent, so that parents never know their children").check(HOUSE_CLASSES);
    }

    @Test
    void every_arrow_is_one_that_the_code_has() {
        Map<String, Set<String>> used = new TreeMap<>();
        rooms().forEach(room -> used.put(room, usedBy(room)));
        Map<String, Set<String>> listed = new TreeMap<>(ARROWS);
        listed.putAll(GROUND_ARROWS);
        assertEquals(written(listed), written(used), "the arrows that are listed, and those of the code");
    }

    private static Set<String> usedBy(String room) {
        Set<String> unlisted = ARROWS.containsKey(room) ? GROUND : Set.of();
        return HOUSE_CLASSES.stream().filter(owner -> room.equals(roomOf(owner)))
                .flatMap(owner -> owner.getDirectDependenciesFromSelf().stream()).map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType).map(ArchitectureTest::roomOf)
                .filter(used -> !used.isEmpty() && !used.equals(room) && !unlisted.contains(used))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String written(Map<String, Set<String>> arrows) {
        return arrows.entrySet().stream().map(arrow -> arrow.getKey() + " -> " + String.join(" ", new TreeSet<>(arrow.getValue())))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void every_room_is_listed() {
        Set<String> found = HOUSE_CLASSES.stream().map(ArchitectureTest::roomOf).filter(not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rooms().collect(Collectors.toCollection(TreeSet::new)), found);
    }

    /** The room of a class; empty for the front door and for what is not of the house. */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE + ".") ? name.substring(HOUSE.length() + 1).split("\\.")[0] : "";
    }

    private static String packageOf(String room) {
        return HOUSE + "." + room + "..";
    }

    @Test
    void no_room_uses_the_loader_or_what_looks_across_all_kinds() {
        Stream.of("edit", "seed", "search", "timeline", "live")
                .forEach(room -> noClasses().that().resideInAPackage(HOUSE + ".*..").and().resideOutsideOfPackage(packageOf(room)).and()
                        .resideOutsideOfPackage(room.equals("seed") ? packageOf("edit") : packageOf(room)).should().dependOnClassesThat()
                        .resideInAPackage(packageOf(room)).as("no room should use the room " + room)
                        .because("it may be left out, and the others do not notice").check(HOUSE_CLASSES));
    }

    @Test
    void queries_live_in_classes_named_Queries() {
        DescribedPredicate<JavaClass> piecesOfSql = describe("make up or send SQL",
                type -> Stream.of(Where.class, Listing.class, Conditions.class).anyMatch(type::isEquivalentTo)
                        || type.isAssignableTo(SharedSessionContract.class) || type.isAssignableTo(EntityManager.class));
        noClasses().that().resideOutsideOfPackages(packageOf("store"), packageOf("seed")).and().haveSimpleNameNotEndingWith("Queries").and()
                .doNotHaveFullyQualifiedName("org.parley.source.Dated").should().dependOnClassesThat(piecesOfSql)
                .as("only classes named ...Queries should make up or send SQL")
                .because("a reader looks for a room's SQL in one place. Dated lends the Queries their lists in order of time")
                .check(HOUSE_CLASSES);
    }

    @Test
    void records_are_never_asked_for_past_the_store() {
        noClasses().that().resideOutsideOfPackage(packageOf("store")).should()
                .callMethodWhere(describe("is one of Panache's own finders",
                        (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheEntityBase")
                                && Set.of("find", "findById", "list", "listAll", "stream", "count", "persist", "delete", "update")
                                        .contains(call.getName())))
                .because("the store loads a whole level in one statement").check(HOUSE_CLASSES);
    }

    @Test
    void entities_have_no_associations() {
        Stream.of(ManyToOne.class, OneToMany.class, OneToOne.class, ManyToMany.class, ElementCollection.class)
                .forEach(association -> fields().that()
                        .areDeclaredInClassesThat(describe("are mapped to tables", ArchitectureTest::isMapped)).should()
                        .notBeAnnotatedWith(association)
                        .because("an entity holds keys; batches put the objects where the schema wants them").check(HOUSE_CLASSES));
    }

    private static boolean isMapped(JavaClass type) {
        return Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class).anyMatch(type::isAnnotatedWith);
    }

    @Test
    void time_comes_from_the_clock_that_is_injected() {
        noClasses().should().callMethodWhere(describe("reads the clock of the machine", ArchitectureTest::readsTheMachinesClock))
                .because("a test has to be able to say what day it is").check(HOUSE_CLASSES);
    }

    private static boolean readsTheMachinesClock(JavaMethodCall call) {
        boolean now = call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        return now || call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }
}
