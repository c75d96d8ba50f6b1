package dev.headway.lifecycle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A throw-away PostgreSQL for tests: one fast, forgetful server per JVM, one empty database per
 * caller. Spring tests take it with {@code @ContextConfiguration(initializers =
 * TestDatabase.class)}, which gives each context a database of its own; others call {@link
 * #empty()}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + SERVER.getJdbcUrl("postgres", createDatabase()),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=unused")
                .applyTo(context);
    }

    /** A database nobody else uses, without any table. */
    public static DataSource empty() {
        return SERVER.getDatabase("postgres", createDatabase());
    }

    /** Ends every connection to a database and lets nobody in again, as if its server were away. */
    public static void takeAway(DataSource database) {
        try (var inside = database.getConnection();
                var server = SERVER.getPostgresDatabase().getConnection();
                var statement = server.createStatement()) {
            var name = inside.getCatalog();
            statement.execute("alter database " + name + " allow_connections false");
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + name
                            + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String createDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
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
}
