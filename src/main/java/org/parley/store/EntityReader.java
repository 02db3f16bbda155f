package org.parley.store;

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
 * Makes entities of rows by the ORM's own mapping of attributes to columns, without its persistence context: what is only read needs no
 * snapshot and no entry in it, which is most of what a row costs there.
 */
final class EntityReader {

    private static final int MOST_KEPT = 200;

    private final String table;
    private final EntityInstantiator instantiator;
    private final List<EntityAttribute> attributes = new ArrayList<>();
    private final Cache<BitSet, EntityRows<?>> rows = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    EntityReader(EntityPersister entity) {
        this.table = entity.getTableName();
        this.instantiator = entity.getRepresentationStrategy().getInstantiator();
        attributes.add(EntityAttribute.of(entity.getIdentifierMapping()));
        entity.forEachAttributeMapping((Consumer<AttributeMapping>) mapping -> attributes.add(EntityAttribute.of(mapping)));
    }

    /** How its rows are read for what the reading asks for. */
    @SuppressWarnings("unchecked")
    <T> EntityRows<T> rows(Reading reading) {
        BitSet read = new BitSet();
        for (int i = 0; i < attributes.size(); i++) {
            read.set(i, attributes.get(i).isRead(reading));
        }
        return (EntityRows<T>) rows.get(read,
                those -> new EntityRows<>(table, instantiator, those.stream().mapToObj(attributes::get).toList()));
    }
}
