package dev.headway.projections;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A throw-away PostgreSQL for tests: one fast, forgetful server per JVM, one fresh database per
 * call, with the migrations of this module applied.
 */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final String MIGRATED = migratedOnce();

    /** Older ones are dropped, or the server takes too long to clear away when the JVM ends. */
    private static final int KEPT = 20;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A database nobody else uses, migrated from {@code classpath:db/migration}. */
    public static DataSource migrated() {
        var number = DATABASES.incrementAndGet();
        var name = "test_" + number;
        change("create database " + name + " template " + MIGRATED);
        if (number > KEPT) {
            change("drop database test_%d with (force)".formatted(number - KEPT));
        }
        return SERVER.getDatabase("postgres", name);
    }

    /** Migrations run once per JVM; every test copies what they made. */
    private static String migratedOnce() {
        change("create database migrated");
        Flyway.configure()
                .dataSource(SERVER.getDatabase("postgres", "migrated"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return "migrated";
    }

    private static synchronized void change(String statement) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var database = connection.createStatement()) {
            database.execute(statement);
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
