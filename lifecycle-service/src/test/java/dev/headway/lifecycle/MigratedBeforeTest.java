package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job migrates and ends, and nodes find the database as they need it. */
class MigratedBeforeTest {

    @TempDir Path home;

    /** What {@code /opt/headway/migrate} does in an image. */
    @Test
    void whoever_only_migrates_ends_when_it_is_done() throws Exception {
        var database = TestDatabase.empty();
        String url;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dspring.context.exit=onRefresh",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeadwayApplication.class.getName(),
                        "--server.port=0",
                        "--headway.home=" + home,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=unused");
        var log = new File(home.toFile(), "migration.log");
        var job = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            assertThat(job.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            job.destroyForcibly();
        }

        assertThat(job.exitValue()).as("see %s", log).isZero();
        var tables =
                JdbcClient.create(database)
                        .sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list();
        assertThat(tables).contains("event", "ghost_clock", "flyway_schema_history");
    }

    @Test
    void a_node_starts_without_migrating() {
        try (var headway = RunningHeadway.start("spring.flyway.enabled=false")) {
            assertThat(headway.as(Role.VIEWER).get("/api/v1/partnerships").status()).isEqualTo(200);
        }
    }
}
