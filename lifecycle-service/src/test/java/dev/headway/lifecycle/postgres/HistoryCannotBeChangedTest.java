package dev.headway.lifecycle.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the application's login can add to history, and can change nothing of it. */
class HistoryCannotBeChangedTest {

    private static RunningHeadway headway;
    private static JdbcClient superuser;

    /** Of every table of history; each is tried on each of them. */
    private static final List<String> ON_A_TABLE =
            List.of(
                    "insert into %s select * from %1$s",
                    "update %s set %2$s = %2$s",
                    "delete from %s",
                    "truncate %s",
                    "merge into %s t using (select 1) as s on true when matched then delete",
                    "copy %s from stdin",
                    "drop table %s cascade",
                    "alter table %s add column more text",
                    "alter table %s drop column %s",
                    "alter table %s disable trigger all",
                    "alter table %s set unlogged",
                    "alter table %s rename to renamed",
                    "alter table %s set schema pg_temp",
                    "alter table %s owner to headway",
                    "alter table %s enable row level security",
                    "create policy mine on %s using (false)",
                    "create rule mine as on insert to %s do instead nothing",
                    "create trigger mine before insert on %s execute function note_raised_alerts()",
                    "create index mine on %s (%s)",
                    "create statistics public.mine on %2$s, ctid from %s",
                    "comment on table %s is 'mine'",
                    "select 1 from %s for update",
                    "do $$ begin lock table %s in exclusive mode; end $$",
                    "with gone as (delete from %s returning 1) select count(*) from gone",
                    "explain analyze delete from %s",
                    "do $$ begin execute 'delete from %s'; end $$",
                    "alter table %s alter column %2$s set default null",
                    "alter table %s alter column %2$s drop not null",
                    "alter table %s add constraint mine check (false)",
                    "alter table %s replica identity nothing",
                    "alter table %s set (autovacuum_enabled = off)",
                    "alter table %s inherit alert",
                    "create table public.mine (like %s) inherits (%1$s)",
                    "cluster %s",
                    "refresh materialized view %s",
                    "reindex table %s");

    static final List<String> ELSEWHERE =
            List.of(
                    "set role headway_owner",
                    "set session authorization headway_owner",
                    "set role postgres",
                    "set session_replication_role = replica",
                    "grant headway_owner to headway",
                    "alter role headway superuser",
                    "alter role headway_owner login",
                    "create role mine",
                    "reassign owned by headway_owner to headway",
                    "drop owned by headway_owner cascade",
                    "alter database %s owner to headway",
                    "alter schema public owner to headway",
                    "drop schema public cascade",
                    "create schema mine",
                    "create schema headway_owner",
                    "create table public.mine (n int)",
                    "create temporary table event (n int)",
                    "create function public.mine() returns int language sql as 'select 1'",
                    "create function public.pg_notify(text, text) returns void language sql as ''",
                    "create or replace function note_raised_alerts() returns trigger language plpgsql as 'begin return null; end'",
                    "alter function note_restore(timestamptz) security invoker",
                    "drop function take_turn(bigint)",
                    "drop extension pg_trgm cascade",
                    "create event trigger mine on ddl_command_start execute function note_raised_alerts()",
                    "create publication mine for all tables",
                    "alter default privileges for role headway_owner grant all on tables to headway",
                    "alter system set fsync = off",
                    "checkpoint",
                    "copy (select 1) to program 'true'",
                    "copy alert_change from '/etc/passwd'",
                    "select pg_read_file('PG_VERSION')",
                    "select lo_export(0, '/tmp/mine')",
                    "select setval(pg_get_serial_sequence('sealed_checkpoint', 'number'), 1)",
                    "select nextval(pg_get_serial_sequence('sealed_checkpoint', 'number'))",
                    "alter sequence sealed_checkpoint_number_seq restart",
                    "drop index event_pkey",
                    "alter index event_pkey rename to mine",
                    "create operator public.= (leftarg = text, rightarg = text, procedure = texteq)",
                    "create cast (text as integer) with inout",
                    "create language mine handler plpgsql_call_handler",
                    "select pg_create_physical_replication_slot('mine')",
                    "select pg_replication_origin_create('mine')",
                    "select pg_create_restore_point('mine')",
                    "select pg_switch_wal()",
                    "select pg_promote()",
                    "select pg_ls_dir('.')",
                    "select lo_import('/etc/passwd')",
                    "update pg_class set relowner = 0 where relname = 'event'",
                    "delete from pg_proc where proname = 'append_events'",
                    "insert into flyway_schema_history select * from flyway_schema_history",
                    "select * from flyway_schema_history",
                    "insert into idempotency select * from idempotency",
                    "update idempotency set status = 500",
                    "select pg_advisory_xact_lock(4817001)",
                    "select pg_advisory_lock(4817001)",
                    "select pg_try_advisory_lock(4817001)",
                    "select pg_try_advisory_xact_lock_shared(1, 2)",
                    "select pg_advisory_unlock_all()",
                    "select take_turn(4817001)",
                    "select try_turn(4817001)",
                    "select note_restore(now())",
                    "select begin_mirror('mine', 1)",
                    "select begin_rebuild('x; drop table event')",
                    "select store_sealed_tile(0::smallint, 0, '\\x00')",
                    "select store_sealed_tile(0::smallint, 0, decode(repeat('00', 32), 'hex'))",
                    "select store_sealed_tile(0::smallint, 0, set_byte(hashes, 0, get_byte(hashes, 0) # 1)) from sealed_tile where level = 0",
                    "select store_sealed_leaves(bundle, array[1::bigint]) from sealed_leaves",
                    "select store_sealed_checkpoint(size - 1, position, now(), 'forged') from sealed_log",
                    "select store_sealed_checkpoint(size, position - 1, now(), 'forged') from sealed_log",
                    "select store_sealed_checkpoint(size, position, now(), 'forged') from sealed_log",
                    "select store_sealed_checkpoint(size, position, now(), origin || E'\\nforged') from sealed_log",
                    "select begin_sealed_log('headway.test/log/2', 0, 0, 1)",
                    "select begin_sealed_log('headway.test/log/2', 0, 0, null)",
                    "select cosign_checkpoint(number + 1, 'forged', now()) from sealed_checkpoint");

    private static final String SEALED =
            """
            delete from sealed_log;
            insert into sealed_log        values (true, 'headway.test/log', 3, 3);
            insert into sealed_tile       values (0, 0, decode(repeat('a1', 96), 'hex'));
            insert into sealed_leaves     values (0, 1, array[1, 2, 3]);
            insert into sealed_checkpoint values (3, now(), E'headway.test/log\\nsigned');
            insert into sealing_key       values ('key', now())
            """;

    private static String before;

    @BeforeAll
    static void something_is_sealed() {
        headway = RunningHeadway.start("headway.sealing.auto-start=false");
        superuser = headway.superuser();
        for (var name : List.of("Reef", "Tidewater", "Globex")) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships",
                            """
                            {"name": "%s", "partner": {"name": "Partner", "type": "TELCO"}}
                            """
                                    .formatted(name));
        }
        superuser.sql("insert into database_restore values (now(), 0)").update();
        superuser.sql(SEALED).update();
        before = history();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    static Stream<String> onEveryTable() {
        return History.TABLES.stream()
                .flatMap(
                        table ->
                                ON_A_TABLE.stream()
                                        .map(each -> each.formatted(table, History.column(table))));
    }

    @ParameterizedTest
    @MethodSource("onEveryTable")
    void no_table_of_history_is_changed(String statement) {
        refused(statement);
    }

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void and_no_way_leads_around_it(String statement) {
        var database = superuser.sql("select current_database()").query(String.class).single();
        refused(statement.replace("%s", database));
    }

    @Test
    void what_postgresql_only_warns_of_does_nothing_either() throws SQLException {
        try (var connection = headway.bean(DataSource.class).getConnection();
                var tried = connection.createStatement()) {
            tried.execute("vacuum full event");
            assertThat(tried.getWarnings().getMessage()).contains("permission denied");
            tried.execute("grant all on event to headway");
            assertThat(tried.getWarnings().getMessage()).contains("no privileges were granted");
        }
        assertThat(
                        superuser
                                .sql(
                                        "select has_table_privilege('headway', 'event', 'insert, update, delete, truncate, trigger, maintain')")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    private static void refused(String statement) {
        assertThatThrownBy(
                        () -> {
                            try (var connection = headway.bean(DataSource.class).getConnection();
                                    var tried = connection.createStatement()) {
                                tried.execute(statement);
                            }
                        })
                .as(statement)
                .isInstanceOf(SQLException.class)
                .extracting(refusal -> ((SQLException) refusal).getSQLState())
                .as("%s: permission denied, or what is to be added does not fit", statement)
                .isIn(History.REFUSALS);
        assertThat(history()).as(statement).isEqualTo(before);
    }

    private static String history() {
        return superuser.sql(History.HASHES).query(String.class).single();
    }
}
