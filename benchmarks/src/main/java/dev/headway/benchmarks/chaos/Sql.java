package dev.headway.benchmarks.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Short questions to a database, each over a connection of its own: servers are killed here. */
final class Sql {

    private Sql() {}

    @FunctionalInterface
    interface Source {
        Connection connect() throws SQLException;
    }

    static long number(Source source, String sql) throws SQLException {
        return Long.parseLong(texts(source, sql).getFirst());
    }

    /** The first column of all rows. */
    static List<String> texts(Source source, String sql) throws SQLException {
        try (var connection = source.connect()) {
            return texts(connection, sql);
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    static void execute(Source source, String sql) throws SQLException {
        try (var connection = source.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
