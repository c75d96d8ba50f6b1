package dev.headway.projections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresServerTest {

    private static final SecretGenerator SECRETS = new SecretGenerator(new SecureRandom());

    /** One for all: the tests share what would be made at the first start. */
    @TempDir static Path home;

    private final CountDownLatch exited = new CountDownLatch(1);
    private PostgresServer server;

    @BeforeEach
    void a_server_with_one_committed_row() {
        server = start();
        var superuser = HeadwayDatabase.on(server).superuser();
        superuser.execute("drop table if exists kept");
        superuser.execute("create table kept as select 'yesterday' as what");
        superuser.execute("grant select on kept to public");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_writes_through_to_the_disk() {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(database(server).sql("show " + setting).query(String.class).single())
                    .isEqualTo("on");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        var stranger = new PGSimpleDataSource();
        stranger.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()));
        stranger.setUser(PostgresFolder.SUPERUSER);
        stranger.setPassword("guessed");

        assertThatThrownBy(stranger::getConnection)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_service_is_no_superuser() {
        assertThat(
                        database(server)
                                .sql("select rolsuper from pg_roles where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void a_stopped_server_leaves_no_process_and_finds_its_data_again() {
        server.close();
        await().until(() -> !server.process().isAlive());
        assertThat(exited.getCount()).isEqualTo(1);

        server = start();

        assertThat(kept()).isEqualTo("yesterday");
    }

    @Test
    void a_second_run_is_refused_and_the_first_one_goes_on() {
        assertThatThrownBy(this::start).hasMessageContaining("Another Headway is running");

        assertThat(kept()).isEqualTo("yesterday");
    }

    @Test
    void a_killed_server_is_reported_and_the_next_run_recovers() throws InterruptedException {
        server.process().destroyForcibly();

        assertThat(exited.await(10, TimeUnit.SECONDS)).isTrue();
        server.close();
        server = start();
        assertThat(kept()).isEqualTo("yesterday");
    }

    @Test
    void what_a_killed_service_left_running_is_stopped_and_replaced() {
        server.close();
        var left = startWithoutService();

        server = start();

        await().until(() -> !left.isAlive());
        assertThat(kept()).isEqualTo("yesterday");
    }

    @Test
    void a_stale_number_of_somebody_elses_process_is_no_obstacle() throws IOException {
        server.close();
        var innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.resolve("db/data/postmaster.pid"), innocent.pid() + "\n");

            server = start();

            assertThat(kept()).isEqualTo("yesterday");
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(home.resolve("db"), SECRETS, exited::countDown);
    }

    /** As after a kill of the service: the server runs, and nobody holds the lock. */
    private ProcessHandle startWithoutService() {
        var folder = new PostgresFolder(OwnerOnlyFolder.at(home.resolve("db")), SECRETS);
        PostgresBinaries.unpackInto(folder.programs())
                .run(
                        "pg_ctl",
                        List.of(
                                "start",
                                "--pgdata=" + folder.data(),
                                "--log=" + folder.log(),
                                "--options=-p %d -c unix_socket_directories=''"
                                        .formatted(server.port()),
                                "--wait"));
        return folder.postmaster().orElseThrow();
    }

    private String kept() {
        return database(server).sql("select what from kept").query(String.class).single();
    }

    private static JdbcClient database(PostgresServer server) {
        var details = HeadwayDatabase.on(server).application();
        var database = new PGSimpleDataSource();
        database.setUrl(details.getJdbcUrl());
        database.setUser(details.getUsername());
        database.setPassword(details.getPassword());
        return JdbcClient.create(database);
    }
}
