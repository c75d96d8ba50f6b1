package dev.headway.projections.processing;

import java.util.List;
import java.util.function.Supplier;
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
        call("begin_rebuild", projection);
        for (var table : projection.tables()) {
            database.sql(
                            "create table %s.%s (like %s including all)"
                                    .formatted(schema, table, table))
                    .update();
        }
    }

    /** Has {@code work} read and write the shadows, and what it does not find there as ever. */
    <T> T runOver(Projection projection, Supplier<T> work) {
        var path = database.sql("show search_path").query(String.class).single();
        set("search_path", schemaOf(projection) + ", " + path);
        var result = work.get();
        set("search_path", path);
        return result;
    }

    /**
     * What is in the shadows answers from the commit on. Rows are exchanged and not tables, so that
     * nobody who asks meanwhile waits for a lock or finds a table gone.
     */
    void switchTo(Projection projection) {
        var schema = schemaOf(projection);
        set("statement_timeout", "0"); // as long as it takes; only the projection waits
        for (var table : projection.tables()) {
            var columns = String.join(", ", columns(table));
            database.sql("delete from " + table).update();
            database.sql(
                            "insert into %s (%s) select %s from %s.%s"
                                    .formatted(table, columns, columns, schema, table))
                    .update();
        }
        call("end_rebuild", projection);
    }

    /** All but those that PostgreSQL fills by itself; rows get new numbers there. */
    private List<String> columns(String table) {
        return database.sql(
                        """
                        select   quote_ident(attname)
                        from     pg_attribute
                        where    attrelid     = cast(:table as regclass)
                        and      attnum       > 0
                        and      attidentity  = ''
                        and      attgenerated = ''
                        and      not attisdropped
                        order by attnum
                        """)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Schemas are made and dropped by the owner of the tables. */
    private void call(String function, Projection projection) {
        database.sql("select %s(:projection)".formatted(function))
                .param("projection", plain(projection))
                .query(row -> {});
    }

    private void set(String name, String value) {
        database.sql("select set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private static String schemaOf(Projection projection) {
        return "rebuild_" + plain(projection);
    }

    private static String plain(Projection projection) {
        return projection.name().replace('-', '_');
    }
}
