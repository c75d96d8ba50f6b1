package dev.headway.lifecycle.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL of a node in another process, for somebody who may read everything. */
final class NodeDatabase {

    private NodeDatabase() {}

    static JdbcClient of(Path home) throws IOException {
        return JdbcClient.create(source(home));
    }

    static Connection connect(Path home) throws IOException, SQLException {
        return source(home).getConnection();
    }

    /** The fourth line of PostgreSQL's own file says where it listens. */
    private static DataSource source(Path home) throws IOException {
        var folder = home.resolve("postgres");
        var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:%s/headway".formatted(port));
        database.setUser("postgres");
        database.setPassword(Files.readString(folder.resolve("password")).strip());
        return database;
    }
}
