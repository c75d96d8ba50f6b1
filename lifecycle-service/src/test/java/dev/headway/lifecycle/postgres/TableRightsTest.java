package dev.headway.lifecycle.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table is history, or follows from it, or is working state; each has the rights of that. */
class TableRightsTest {

    private static RunningHeadway headway;
    private static JdbcClient superuser;
    private static final Path RETENTION = Path.of("../docs/operations/retention.md");

    /** What the application may do to a table. */
    private record Rights(String name, boolean reads, boolean writes, boolean deletes) {}

    /** What runs as the owner, whoever calls it. */
    private record OwnersFunction(String name, String settings, boolean forAll) {}

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        superuser = headway.superuser();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void no_table_is_forgotten() {
        assertThat(tables())
                .as("tables without a right: name each in a list of afterMigrate__grants_on_….sql")
                .filteredOn(table -> !table.reads())
                .extracting(Rights::name)
                .containsExactly("flyway_schema_history");
    }

    @Test
    void history_is_read_and_nothing_else() {
        assertThat(tables())
                .filteredOn(table -> !table.writes() && !table.deletes() && table.reads())
                .extracting(Rights::name)
                .containsExactlyElementsOf(History.TABLES);
        assertThat(tables())
                .filteredOn(table -> table.writes() != table.deletes())
                .extracting(Rights::name)
                .containsExactly("idempotency", "key_store");
    }

    @Test
    void how_long_each_is_kept_is_written_down() throws IOException {
        var said = Files.readString(RETENTION);

        assertThat(tables())
                .extracting(Rights::name)
                .filteredOn(name -> !name.equals("flyway_schema_history"))
                .as("tables that %s does not name", RETENTION)
                .allMatch(name -> said.contains("`" + name + "`"));
    }

    @Test
    void everything_is_the_owners_whom_nobody_can_sign_in_as() {
        var owners =
                """
                select distinct rolname || ' ' || rolcanlogin || ' ' || rolsuper
                from   pg_roles
                       join (select relowner as owner from pg_class
                             where  relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
                             union
                             select datdba from pg_database where datname = current_database()) as owned
                         on owner = pg_roles.oid
                """;
        assertThat(superuser.sql(owners).query(String.class).list())
                .containsExactly("headway_owner false false");
    }

    @Test
    void whatever_runs_as_the_owner_looks_nothing_up_where_the_caller_could_put_it() {
        assertThat(ownersFunctions()).extracting(OwnersFunction::name).contains("append_events");
        assertThat(ownersFunctions())
                .extracting(OwnersFunction::settings)
                .allMatch(each -> each.contains("pg_catalog, public, pg_temp"));
        assertThat(ownersFunctions())
                .filteredOn(OwnersFunction::forAll)
                .extracting(OwnersFunction::name)
                .containsExactly("one_after_another_changes_alerts"); // only a trigger can call it
    }

    private static List<OwnersFunction> ownersFunctions() {
        return superuser
                .sql(
                        """
                        select proname as name, coalesce(array_to_string(proconfig, ' '), '') as settings,
                               has_function_privilege('public', oid, 'execute') as for_all
                        from   pg_proc
                        where  prosecdef
                        and    pronamespace = 'public'::regnamespace
                        """)
                .query(new SimplePropertyRowMapper<>(OwnersFunction.class))
                .list();
    }

    private static List<Rights> tables() {
        return superuser
                .sql(
                        """
                        select   relname as name,
                                 has_table_privilege('headway', oid, 'select') as reads,
                                 has_table_privilege('headway', oid, 'insert')
                                 or has_table_privilege('headway', oid, 'update') as writes,
                                 has_table_privilege('headway', oid, 'delete') as deletes
                        from     pg_class
                        where    relnamespace = 'public'::regnamespace
                        and      relkind in ('r', 'p')
                        order by relname
                        """)
                .query(new SimplePropertyRowMapper<>(Rights.class))
                .list();
    }
}
