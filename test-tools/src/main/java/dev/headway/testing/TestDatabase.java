package dev.headway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A throw-away PostgreSQL for tests: one fast, forgetful server per JVM, one database per caller.
 * Spring tests take it with {@code @ContextConfiguration(initializers = TestDatabase.class)}, which
 * gives each context a migrated database of its own; others call {@link #empty()} or {@link
 * #migrated()}. What is tested works as the application's login, as in earnest; tests that do what
 * it cannot are {@link #superuser}.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();

    /** As whom Headway works, and migrates. */
    private static final String APPLICATION = "headway";

    private static final String MIGRATOR = "headway_migrator";

    /** Older copies are dropped, or the server takes too long to clear away when the JVM ends. */
    private static final int COPIES_KEPT = 20;

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<HikariDataSource> POOLS = new ArrayDeque<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings =
                Map.of(
                        "spring.datasource.url",
                        url(copy("test_")),
                        "spring.datasource.username",
                        APPLICATION,
                        "spring.datasource.password",
                        "unused",
                        "spring.flyway.user",
                        MIGRATOR,
                        "spring.flyway.password",
                        "unused");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", settings));
    }

    /** The database that somebody else is connected to, as somebody who may do anything to it. */
    public static DataSource superuser(DataSource database) {
        try (var inside = database.getConnection()) {
            return SERVER.getDatabase("postgres", inside.getCatalog());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database nobody else uses, without any table. */
    public static DataSource empty() {
        return SERVER.getDatabase("postgres", createDatabase());
    }

    /**
     * A database nobody else uses, migrated from {@code classpath:db/migration}, behind a pool of
     * connections as a running service has one.
     */
    public static synchronized DataSource migrated() {
        var name = copy("copy_");
        if (POOLS.size() == COPIES_KEPT) {
            var oldest = POOLS.remove();
            oldest.close();
            change("drop database %s with (force)".formatted(oldest.getPoolName()));
        }
        var pool = pooled(name);
        POOLS.add(pool);
        return pool;
    }

    /** Opens connections when they are asked for, and soon closes those that nobody uses. */
    private static HikariDataSource pooled(String database) {
        var pool = new HikariConfig();
        pool.setPoolName(database);
        pool.setJdbcUrl(url(database));
        pool.setUsername(APPLICATION);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(SOON.toMillis());
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    /** Ends every connection to a database and lets nobody in again, as if its server were away. */
    public static void takeAway(DataSource database) {
        try (var inside = database.getConnection()) {
            var name = inside.getCatalog();
            change("alter database " + name + " allow_connections false");
            change(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String createDatabase() {
        var name = "empty_" + DATABASES.incrementAndGet();
        change("create database " + name);
        return name;
    }

    /**
     * A start on it checks its migrations and has none to run, which is most of a start. Its files
     * are copied as they are, since page by page through the WAL takes twice the processor time,
     * and every test has a copy.
     */
    private static String copy(String prefix) {
        var name = prefix + DATABASES.incrementAndGet();
        change(
                "create database %s template %s strategy file_copy owner headway_owner"
                        .formatted(name, Template.NAME));
        change("revoke temporary on database %s from public".formatted(name));
        return name;
    }

    /** One at a time, since a template cannot be copied twice at once. */
    private static synchronized void change(String statement) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var server = connection.createStatement()) {
            server.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a name in it, which would take the place of any other. */
    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), database);
    }

    private static void giveRoles(DataSource database) {
        try (var roles = TestDatabase.class.getResourceAsStream("/db/roles.sql");
                var connection = database.getConnection();
                var superuser = connection.createStatement()) {
            superuser.execute(new String(requireNonNull(roles).readAllBytes(), UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Migrations run once per JVM, when they are first asked for; every test copies what they made.
     */
    private static final class Template {

        static final String NAME = migratedOnce();

        private static String migratedOnce() {
            change("create database migrated");
            giveRoles(SERVER.getDatabase("postgres", "migrated"));
            Flyway.configure()
                    .dataSource(SERVER.getDatabase(MIGRATOR, "migrated"))
                    .initSql("set search_path = public; set role headway_owner")
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("application", APPLICATION))
                    .load()
                    .migrate();
            return "migrated";
        }
    }
}
