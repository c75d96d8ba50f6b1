package dev.headway.benchmarks.speed;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** How far the slowest projection has read, asked of its table; alerts come after a sweep. */
final class SlowestPosition implements AutoCloseable {

    private final PreparedStatement slowest;
    private final PreparedStatement head;

    SlowestPosition(Connection connection) throws SQLException {
        slowest =
                connection.prepareStatement(
                        "select coalesce(min(position), 0) from projection_position where projection <> 'alerts'");
        head = connection.prepareStatement("select coalesce(max(position), 0) from event");
    }

    long slowest() throws SQLException {
        return number(slowest);
    }

    long head() throws SQLException {
        return number(head);
    }

    /** Waits until every projection has read the whole log. */
    void awaitHead(Duration atMost) {
        await("projections at the head").atMost(atMost).until(() -> slowest() >= head());
    }

    @Override
    public void close() throws SQLException {
        slowest.close();
        head.close();
    }

    private static long number(PreparedStatement question) throws SQLException {
        try (var row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
