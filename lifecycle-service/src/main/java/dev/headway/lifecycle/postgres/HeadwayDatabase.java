package dev.headway.lifecycle.postgres;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one database on our server, owned by a role that may do nothing beyond it. */
record HeadwayDatabase(String getJdbcUrl, String getUsername, String getPassword)
        implements JdbcConnectionDetails {

    private static final String NAME = "headway";

    static HeadwayDatabase on(PostgresServer server) {
        var admin = new PGSimpleDataSource();
        admin.setUrl(url(server, "postgres"));
        admin.setUser(PostgresFolder.SUPERUSER);
        admin.setPassword(server.password());
        create(JdbcClient.create(admin), server.password());
        return new HeadwayDatabase(url(server, NAME), NAME, server.password());
    }

    private static void create(JdbcClient admin, String password) {
        if (isMissing(admin, "select count(*) from pg_roles where rolname = :name")) {
            admin.sql("create role headway login password '%s'".formatted(password)).update();
        }
        if (isMissing(admin, "select count(*) from pg_database where datname = :name")) {
            admin.sql("create database headway owner headway").update();
        }
    }

    private static boolean isMissing(JdbcClient admin, String question) {
        return admin.sql(question).param("name", NAME).query(Long.class).single() == 0;
    }

    private static String url(PostgresServer server, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database);
    }
}
