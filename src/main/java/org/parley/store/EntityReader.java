package org.parley.store;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.spi.EntityInstantiator;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Makes entities of rows by the ORM's own mapping of attributes to columns, without its persistence context: what is only read needs no
 * snapshot and no entry in it, which is most of what a row costs there.
 */
final class EntityReader {

    private final String table;
    private final EntityInstantiator instantiator;
    private final List<EntityAttribute> attributes = new ArrayList<>();
    private final Set<String> ifAsked = new HashSet<>();
    private final Map<Set<String>, EntityRows<?>> rows = new ConcurrentHashMap<>();

    EntityReader(EntityPersister entity) {
        this.table = entity.getTableName();
        this.instantiator = entity.getRepresentationStrategy().getInstantiator();
        attributes.add(EntityAttribute.of(entity.getIdentifierMapping()));
        entity.forEachAttributeMapping((Consumer<AttributeMapping>) mapping -> attributes.add(EntityAttribute.of(mapping)));
        attributes.stream().filter(EntityAttribute::isReadIfAsked).map(EntityAttribute::name).forEach(ifAsked::add);
    }

    /** How its rows are read where these fields are asked for; null: where all are. */
    @SuppressWarnings("unchecked")
    <T> EntityRows<T> rows(Set<String> asked) {
        Set<String> left = asked == null ? Set.of() : ifAsked.stream().filter(not(asked::contains)).collect(Collectors.toSet());
        return (EntityRows<T>) rows.computeIfAbsent(left, without -> new EntityRows<>(table, instantiator,
                attributes.stream().filter(attribute -> !without.contains(attribute.name())).toList()));
    }
}
