package dev.headway.lifecycle.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded PostgreSQL of a node in another process, for somebody who may read everything. */
final class NodeDatabase {

    private NodeDatabase() {}

    /** The fourth line of PostgreSQL's own file says where it listens. */
    static Connection of(Path home) throws IOException, SQLException {
        var folder = home.resolve("postgres");
        var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:%s/headway".formatted(port));
        database.setUser("postgres");
        database.setPassword(Files.readString(folder.resolve("password")).strip());
        return database.getConnection();
    }
}
