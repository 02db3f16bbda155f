package org.parley.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The requirements on the database, in the order in which they are checked. Each is a query that returns a message if the requirement is
 * not met, and reads only catalogs that every user can read.
 */
enum DatabaseRequirement {

    VERSION(Use.ALWAYS, """
            select format('PostgreSQL %s is too old. Parley needs PostgreSQL 14 or later.', current_setting('server_version'))
            where cast(current_setting('server_version_num') as int) < 140000"""),

    ENCODING(Use.ALWAYS, """
            select format('The database %I has the encoding %s, and Parley needs UTF8. Create another one: '
                'CREATE DATABASE %I TEMPLATE template0 ENCODING UTF8.', current_database(), current_setting('server_encoding'),
                current_database() || '_utf8')
            where current_setting('server_encoding') <> 'UTF8'"""),

    UNICODE_COLLATION(Use.ALWAYS, """
            select 'The server lacks the collation und-x-icu. Use a PostgreSQL that is built with ICU, as the packages of all major '
                'distributions are; if it is, run: SELECT pg_import_system_collations(''pg_catalog'').'
            where not exists (select from pg_collation where collname = 'und-x-icu' and collencoding in (-1, 6))"""),

    PUBLIC_SCHEMA(Use.ALWAYS,
            """
                    select format('The database %I has no schema public, in which Parley creates its tables. Run: CREATE SCHEMA public AUTHORIZATION %I.',
                        current_database(), current_user)
                    where not exists (select from pg_namespace where nspname = 'public')"""),

    PUBLIC_USAGE(Use.ALWAYS, """
            select format('The user %I may not use the schema public. Run: GRANT USAGE ON SCHEMA public TO %1$I.', current_user)
            where not has_schema_privilege('public', 'usage')"""),

    VERSION_TABLE(Use.ALWAYS, """
            select format('The user %I may not read the tables. Run: GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$I.', current_user)
            from pg_class where relnamespace = 'public'::regnamespace and relname = 'flyway_schema_history'
                and not has_table_privilege(oid, 'select')"""),

    /** Flyway does not quote the user name in a statement. */
    USER_NAME(Use.CREATING, """
            select format('The name of the user %I has an apostrophe, with which migrations cannot run. Run migrate as another user.',
                current_user)
            where current_user like '%''%'"""),

    EMPTY_DATABASE(Use.CREATING, """
            select format('The schema %I of the database %I belongs to another application: it has %I. '
                'Give Parley a database of its own.', n.nspname, current_database(), min(o.name))
            from (
                select 'pg_class'::regclass as kind, oid, relnamespace as schema, relname as name from pg_class
                    where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relname <> 'flyway_schema_history'
                union all select 'pg_proc'::regclass, oid, pronamespace, proname from pg_proc
                union all select 'pg_type'::regclass, oid, typnamespace, typname from pg_type where typrelid = 0 and typcategory <> 'A'
            ) o join pg_namespace n on n.oid = o.schema
            where n.nspname in ('public', 'history', 'as_of') and not exists (
                select from pg_depend d where d.classid = o.kind and d.objid = o.oid and d.deptype = 'e')
            group by n.nspname order by 1 limit 1"""),

    EXTENSION_AVAILABLE(Use.CREATING, """
            select format('The server does not have the extension %s. Install PostgreSQL''s contrib package, or allow the extension in the '
                'settings of the managed service.', string_agg(name, ', ' order by name))
            from unnest(array['pg_trgm']) name
            where not exists (select from pg_available_extensions a where a.name = name.name) having count(*) > 0"""),

    EXTENSION_INSTALLED(Use.CREATING, """
            select format('The user %I may not install extensions. Run as an administrator, in the database %I: %s.', current_user,
                current_database(), string_agg(format('CREATE EXTENSION %s', name), '; ' order by name))
            from unnest(array['pg_trgm']) name
            where not exists (select from pg_extension e where e.extname = name) and not exists (
                select from pg_available_extension_versions v where v.name = name.name and (not v.superuser
                    or v.trusted and has_database_privilege(current_database(), 'create')
                    or (select rolsuper from pg_roles where rolname = current_user)))
            having count(*) > 0"""),

    CREATE_TABLES(Use.CREATING, """
            select format('The user %I may not create tables in the schema public. Run as an administrator, in the database %I: '
                'GRANT CREATE ON SCHEMA public TO %1$I.', current_user, current_database())
            where not has_schema_privilege('public', 'create')"""),

    CREATE_SCHEMAS(Use.CREATING, """
            select format('The user %I may not create the schemas history and as_of. Run as an administrator: '
                'GRANT CREATE ON DATABASE %I TO %1$I.', current_user, current_database())
            from unnest(array['history', 'as_of']) name left join pg_namespace n on n.nspname = name
            where not case when n.oid is null then has_database_privilege(current_database(), 'create')
                else has_schema_privilege(n.oid, 'create') end
            limit 1"""),

    EXTENSION_USAGE(Use.ALWAYS, """
            select format('The user %I may not use the extension %s. Run: GRANT USAGE ON SCHEMA %I TO %1$I.', current_user, e.extname,
                n.nspname)
            from pg_extension e join pg_namespace n on n.oid = e.extnamespace
            where e.extname = 'pg_trgm' and not has_schema_privilege(n.oid, 'usage') order by 1 limit 1"""),

    READ_TABLES(Use.SERVING, """
            select format('The user %I may not read %I.%I%s. Run: GRANT USAGE ON SCHEMA public, history, as_of TO %1$I; '
                'GRANT SELECT ON ALL TABLES IN SCHEMA public, history, as_of TO %1$I.', current_user, min(nspname), min(relname),
                case when count(*) > 1 then format(' and %s other tables', count(*) - 1) end)
            from (
                select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'v') and (n.nspname in ('history', 'as_of') or n.nspname = 'public' and (c.relname = 'revision'
                    or exists (select from pg_class v where v.relnamespace = 'as_of'::regnamespace and v.relname = c.relname)))
                    and not (has_table_privilege(c.oid, 'select') and has_schema_privilege(n.oid, 'usage'))
                order by 1, 2) unreadable
            having count(*) > 0""");

    /** When a requirement applies: always, before the tables are created, or before they are read. */
    enum Use {
        ALWAYS,
        CREATING,
        SERVING
    }

    private final Use use;
    private final String sql;

    DatabaseRequirement(Use use, String sql) {
        this.use = use;
        this.sql = sql;
    }

    /** Returns the message of the first unmet requirement for that use. */
    static Optional<String> firstUnmet(Connection connection, Use use) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (DatabaseRequirement requirement : values()) {
                if (requirement.use == use) {
                    try (ResultSet row = statement.executeQuery(requirement.sql)) {
                        if (row.next()) {
                            return Optional.of(row.getString(1));
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }
}
