package org.parley.persistence;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Maps attributes to columns: `countryCode` to country_code, and the key of another record, `placeKey`, to place_id. */
public class ColumnNames extends PhysicalNamingStrategySnakeCaseImpl {

    @Override
    public Identifier toPhysicalColumnName(Identifier attribute, JdbcEnvironment database) {
        return super.toPhysicalColumnName(Identifier.toIdentifier(attribute.getText().replaceFirst("^key$|Key$", "Id")), database);
    }
}
