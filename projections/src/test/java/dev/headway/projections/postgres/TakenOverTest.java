package dev.headway.projections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.home.SecretGenerator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder of an earlier Headway, whose one login owned everything. */
class TakenOverTest {

    private static final SecretGenerator SECRETS = new SecretGenerator(new SecureRandom());

    @TempDir Path home;

    @Test
    void what_the_application_owned_is_the_owners_and_migrates_on() {
        try (var server = start()) {
            asBefore(server);

            var database = HeadwayDatabase.on(server);
            migrate(database.migrator());

            var owner =
                    "select relowner::regrole::text from pg_class where oid = 'event'::regclass";
            assertThat(database.superuser().queryForObject(owner, String.class))
                    .isEqualTo("headway_owner");
            var application = application(database);
            assertThat(application.sql("select count(*) from event").query(Long.class).single())
                    .isZero();
            assertThatThrownBy(() -> application.sql("delete from event").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThat(application.sql("delete from portfolio").update()).isZero();
            assertThat(LoginRights.of(application).mayChangeHistory()).isFalse();
        }
    }

    @Test
    void a_login_that_owns_everything_is_told_of_or_refused() {
        try (var server = start()) {
            asBefore(server);
            var application = JdbcClient.create(asApplication(server));

            var rights = LoginRights.of(application);

            assertThat(rights.mayChangeHistory()).isTrue();
            rights.check(true);
            assertThatThrownBy(() -> rights.check(false))
                    .hasMessageContaining("The database login headway can change history");
        }
    }

    /** As the releases before did it, and as one login of an own PostgreSQL still does. */
    private static void asBefore(PostgresServer server) {
        var admin = new PGSimpleDataSource();
        admin.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()));
        admin.setUser(PostgresFolder.SUPERUSER);
        admin.setPassword(server.password());
        var superuser = JdbcClient.create(admin);
        superuser
                .sql("create role headway login password '%s'".formatted(server.password()))
                .update();
        superuser.sql("create database headway owner headway").update();
        Flyway.configure()
                .dataSource(asApplication(server))
                .placeholders(Map.of("application", "headway"))
                .load()
                .migrate();
    }

    private static PGSimpleDataSource asApplication(PostgresServer server) {
        var own = new PGSimpleDataSource();
        own.setUrl("jdbc:postgresql://127.0.0.1:%d/headway".formatted(server.port()));
        own.setUser("headway");
        own.setPassword(server.password());
        return own;
    }

    private static void migrate(HeadwayDatabase.MigratorLogin login) {
        Flyway.configure()
                .dataSource(login.getJdbcUrl(), login.getUsername(), login.getPassword())
                .initSql(MigrationConfiguration.BECOME_THE_OWNER)
                .placeholders(Map.of(MigrationConfiguration.APPLICATION, "headway"))
                .load()
                .migrate();
    }

    private static JdbcClient application(HeadwayDatabase database) {
        var login = database.application();
        var own = new PGSimpleDataSource();
        own.setUrl(login.getJdbcUrl());
        own.setUser(login.getUsername());
        own.setPassword(login.getPassword());
        return JdbcClient.create(own);
    }

    private PostgresServer start() {
        return PostgresServer.start(home.resolve("db"), SECRETS, () -> {});
    }
}
