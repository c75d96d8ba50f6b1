package dev.headway.projections.reading;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables of the same names and shapes in a schema of their own, where a projection is filled anew.
 * What looks at them first finds every other table where it always is. Names come from code, never
 * from outside.
 */
@Component
class ShadowTables {

    private final JdbcClient database;

    ShadowTables(JdbcClient database) {
        this.database = database;
    }

    /** Empty ones, in the place of what an earlier try may have left. */
    void create(Projection projection) {
        var schema = schemaOf(projection);
        database.sql("drop schema if exists " + schema + " cascade").update();
        database.sql("create schema " + schema).update();
        for (var table : projection.tables()) {
            database.sql(
                            "create table %s.%s (like %s including all)"
                                    .formatted(schema, table, table))
                    .update();
            nameIndexesAsBefore(schema, table);
        }
    }

    /** Has {@code work} read and write the shadows, and what it does not find there as ever. */
    void instead(Projection projection, Runnable work) {
        var path = database.sql("show search_path").query(String.class).single();
        searchPath(schemaOf(projection) + ", " + path);
        work.run();
        searchPath(path);
    }

    /** The shadows answer from now on; what answered before is gone. */
    void takeOver(Projection projection) {
        var schema = schemaOf(projection);
        var home = home();
        var views = viewsOver(projection);
        database.sql("lock table " + String.join(", ", projection.tables())).update();
        for (var table : projection.tables()) {
            database.sql("analyze %s.%s".formatted(schema, table)).update();
            database.sql("drop table %s.%s cascade".formatted(home, table)).update();
            database.sql("alter table %s.%s set schema %s".formatted(schema, table, home)).update();
        }
        views.forEach(view -> database.sql(view).update());
        database.sql("drop schema " + schema).update();
    }

    /** What creates the views over the tables again, those that others look through first. */
    private List<String> viewsOver(Projection projection) {
        return database.sql(
                        """
                        with recursive above as (
                            select c.oid
                            from   pg_class c
                            where  c.relname      = any(:tables)
                            and    c.relnamespace = current_schema()::regnamespace
                            union
                            select rewrite.ev_class
                            from   above
                                   join pg_depend depend
                                   on   depend.refobjid   = above.oid
                                   and  depend.refclassid = 'pg_class'::regclass
                                   and  depend.classid    = 'pg_rewrite'::regclass
                                   join pg_rewrite rewrite on rewrite.oid = depend.objid)
                        select   format('create view %I as %s', c.relname, pg_get_viewdef(c.oid))
                        from     above
                                 join pg_class c on c.oid = above.oid
                        where    c.relkind = 'v'
                        order by c.oid
                        """)
                .param("tables", projection.tables().toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void searchPath(String path) {
        database.sql("select set_config('search_path', :path, true)")
                .param("path", path)
                .query(String.class)
                .single();
    }

    private String home() {
        return database.sql("select quote_ident(current_schema())").query(String.class).single();
    }

    /** Migrations know indexes by their names, so the new ones are called like the old ones. */
    private void nameIndexesAsBefore(String schema, String table) {
        for (var rename : renames(schema, table)) {
            database.sql(rename).update();
        }
    }

    private List<String> renames(String schema, String table) {
        return database.sql(
                        """
                        with shape as (
                            select c.relname as name, n.nspname as schema,
                                   regexp_replace(pg_get_indexdef(i.indexrelid),
                                                  ' INDEX .* USING ', ' ') as shape,
                                   row_number() over (
                                       partition by n.nspname,
                                                    regexp_replace(pg_get_indexdef(i.indexrelid),
                                                                   ' INDEX .* USING ', ' ')
                                       order by i.indexrelid) as place
                            from   pg_index i
                                   join pg_class c     on c.oid = i.indexrelid
                                   join pg_class t     on t.oid = i.indrelid
                                   join pg_namespace n on n.oid = t.relnamespace
                            where  t.relname = :table
                            and    n.nspname in (:schema, current_schema()))
                        select format('alter index %I.%I rename to %I',
                                      shadow.schema, shadow.name, present.name)
                        from   shape shadow
                               join shape present using (shape, place)
                        where  shadow.schema  = :schema
                        and    present.schema = current_schema()
                        and    shadow.name   <> present.name
                        """)
                .param("schema", schema)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String schemaOf(Projection projection) {
        return "rebuild_" + projection.name().replace('-', '_');
    }
}
