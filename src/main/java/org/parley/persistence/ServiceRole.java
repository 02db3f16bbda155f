package org.parley.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database role of the service: it reads and edits the record, but owns and creates nothing. */
@ApplicationScoped
public class ServiceRole {

    private static final String NAME = "select set_config('parley.service_role', ?, false)";
    private static final String EXISTS = "select exists (select from pg_roles where rolname = current_setting('parley.service_role'))";
    /** History, change log and revisions are append-only for it. */
    private static final String GRANTS = """
            do $$
            declare
                role text := quote_ident(current_setting('parley.service_role'));
            begin
                -- Several processes may migrate at once, and PostgreSQL rejects concurrent grants on one table.
                perform pg_advisory_xact_lock(hashtext('parley.service_role'));
                execute 'grant usage on schema public, history, as_of to ' || role;
                execute 'revoke all on all tables in schema public, history, as_of from ' || role;
                execute 'grant select on all tables in schema public, history, as_of to ' || role;
                execute 'grant insert, update, delete on all tables in schema public to ' || role;
                execute 'revoke insert, update, delete on public.flyway_schema_history from ' || role;
                execute 'revoke update, delete on public.change, public.revision from ' || role;
                execute 'grant insert on all tables in schema history to ' || role;
                execute 'grant usage on all sequences in schema public, history to ' || role;
            end $$""";
    private static final String CREATES = """
            select format('The role %s may create objects in the database. Run as an administrator: REVOKE CREATE ON SCHEMA public FROM PUBLIC; '
                'REVOKE CREATE ON DATABASE %I FROM PUBLIC.', quote_ident(r.rolname), current_database())
            from pg_roles r where rolname = current_setting('parley.service_role')
                and (has_schema_privilege(r.oid, 'public', 'create') or has_database_privilege(r.oid, current_database(), 'create'))""";

    private final DedicatedConnections connections;
    private final Optional<String> name;

    ServiceRole(DedicatedConnections connections, @ConfigProperty(name = "parley.database.service-role") Optional<String> name) {
        this.connections = connections;
        this.name = name;
    }

    /** Grants the privileges if the settings name a role. Throws a ServiceRoleException if it does not exist or may create objects. */
    public void grant() {
        if (name.isEmpty()) {
            return;
        }
        try (Connection connection = connections.open("parley grant"); Statement statement = connection.createStatement()) {
            try (PreparedStatement named = connection.prepareStatement(NAME)) {
                named.setString(1, name.get());
                named.execute();
            }
            try (ResultSet exists = statement.executeQuery(EXISTS)) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    throw new ServiceRoleException("Role '" + name.get()
                            + "' (parley.database.service-role) does not exist. Create it as an administrator: CREATE ROLE ... LOGIN PASSWORD '...'.");
                }
            }
            try (ResultSet creates = statement.executeQuery(CREATES)) {
                if (creates.next()) {
                    throw new ServiceRoleException(creates.getString(1));
                }
            }
            statement.execute(GRANTS);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }
}
