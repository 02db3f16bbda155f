package org.parley.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts every statement of a request, and sends none after its deadline. */
@PersistenceUnitExtension
public class SqlMeter implements StatementInspector {

    @Override
    public String inspect(String sql) {
        RequestBudget.spend();
        return sql;
    }
}
