package org.parley.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.spi.EntityInstantiator;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Reads entities from rows by the mapping of the ORM, but without its persistence context: read-only use needs no snapshots of entities,
 * which would take most of the time per row.
 */
final class EntityReader {

    private static final int MAX_CACHED = 200;

    private final String type;
    private final String table;
    private final EntityInstantiator instantiator;
    private final List<EntityAttribute> attributes = new ArrayList<>();
    private final Cache<BitSet, EntityRows<?>> rows = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    EntityReader(EntityPersister entity) {
        this.type = entity.getMappedClass().getSimpleName();
        this.table = entity.getTableName();
        this.instantiator = entity.getRepresentationStrategy().getInstantiator();
        attributes.add(EntityAttribute.of(entity.getIdentifierMapping()));
        entity.forEachAttributeMapping((Consumer<AttributeMapping>) mapping -> attributes.add(EntityAttribute.of(mapping)));
    }

    /** Returns the row reader for the requested fields. */
    @SuppressWarnings("unchecked")
    <T> EntityRows<T> rows(RequestedFields requested) {
        BitSet selected = new BitSet();
        for (int i = 0; i < attributes.size(); i++) {
            selected.set(i, attributes.get(i).isRead(type, requested));
        }
        return (EntityRows<T>) rows.get(selected,
                indexes -> new EntityRows<>(table, instantiator, indexes.stream().mapToObj(attributes::get).toList()));
    }
}
