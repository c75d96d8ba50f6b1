package dev.headway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A throw-away PostgreSQL for tests: one fast, forgetful server per JVM, one database per caller.
 * Spring tests take it with {@code @ContextConfiguration(initializers = TestDatabase.class)}, which
 * gives each context an empty database of its own; others call {@link #empty()} or {@link
 * #migrated()}.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();

    /** Older copies are dropped, or the server takes too long to clear away when the JVM ends. */
    private static final int COPIES_KEPT = 20;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger COPIES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings =
                Map.of(
                        "spring.datasource.url", SERVER.getJdbcUrl("postgres", createDatabase()),
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "unused");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", settings));
    }

    /** A database nobody else uses, without any table. */
    public static DataSource empty() {
        return SERVER.getDatabase("postgres", createDatabase());
    }

    /** A database nobody else uses, migrated from {@code classpath:db/migration}. */
    public static DataSource migrated() {
        var number = COPIES.incrementAndGet();
        change("create database copy_%d template %s".formatted(number, Template.NAME));
        if (number > COPIES_KEPT) {
            change("drop database copy_%d with (force)".formatted(number - COPIES_KEPT));
        }
        return SERVER.getDatabase("postgres", "copy_" + number);
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
        var name = "test_" + DATABASES.incrementAndGet();
        change("create database " + name);
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
            Flyway.configure()
                    .dataSource(SERVER.getDatabase("postgres", "migrated"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return "migrated";
        }
    }
}
