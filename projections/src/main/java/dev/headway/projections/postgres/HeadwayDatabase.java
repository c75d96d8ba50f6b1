package dev.headway.projections.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one database on our server. Nobody signs in as its owner: Headway works as a login that
 * cannot change what is history, and migrates as another. {@code db/roles.sql} says who may do
 * what.
 */
record HeadwayDatabase(PostgresServer server) {

    private static final String NAME = "headway";
    private static final String APPLICATION = "headway";
    private static final String MIGRATOR = "headway_migrator";

    /** Made at the first start; one of an earlier Headway, which owned it, is taken over. */
    static HeadwayDatabase on(PostgresServer server) {
        var database = new HeadwayDatabase(server);
        database.create();
        return database;
    }

    /** For everything but migrations. */
    ApplicationLogin application() {
        return new ApplicationLogin(url(NAME), APPLICATION, server.applicationPassword());
    }

    /** For migrations, which become the owner. */
    MigratorLogin migrator() {
        return new MigratorLogin(url(NAME), MIGRATOR, server.migratorPassword());
    }

    /** Somebody who may do anything to it. */
    JdbcTemplate superuser() {
        return superuser(NAME);
    }

    /** The same, of a database as it is. */
    static JdbcTemplate superuserOf(PostgresServer server) {
        return new HeadwayDatabase(server).superuser();
    }

    /** Who signs in for everything but migrations, and where. */
    record ApplicationLogin(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {

        @Override
        public String toString() {
            return getUsername() + " at " + getJdbcUrl();
        }
    }

    /** Who signs in to migrate, and where. */
    record MigratorLogin(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {

        @Override
        public String toString() {
            return getUsername() + " at " + getJdbcUrl();
        }
    }

    private void create() {
        var admin = JdbcClient.create(superuser("postgres"));
        var isThere = "select exists (select from pg_database where datname = :name)";
        if (!admin.sql(isThere).param("name", NAME).query(Boolean.class).single()) {
            admin.sql("create database " + NAME).update();
        }
        superuser().execute(roles());
        admin.sql(password(APPLICATION, server.applicationPassword())).update();
        admin.sql(password(MIGRATOR, server.migratorPassword())).update();
    }

    private static String password(String role, String password) {
        return "alter role %s password '%s'".formatted(role, password);
    }

    private static String roles() {
        try {
            return new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JdbcTemplate superuser(String database) {
        var admin = new PGSimpleDataSource();
        admin.setUrl(url(database));
        admin.setUser(PostgresFolder.SUPERUSER);
        admin.setPassword(server.password());
        return new JdbcTemplate(admin);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database);
    }
}
