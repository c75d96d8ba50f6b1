package dev.headway.lifecycle.publishing;

import dev.headway.lifecycle.publishing.PublishingState.Reached;
import dev.headway.projections.topic.PublishedTopic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the topic is filled: changed only by whoever holds the lease, under their epoch. */
final class PublishingTables {

    /** Holds the row as long as the transaction lasts. */
    private static final String HOLD =
            """
            select epoch
            from   publishing
            where  epoch = :epoch
            for update
            """;

    private static final String MOVE =
            """
            with moved as (
                update publishing
                set    position = :position,
                       until    = clock_timestamp() + :lease * interval '1 millisecond'
                where  epoch    = :epoch
                returning position
            )
            insert into publishing_partition (partition, last_position, last_offset)
            select r.partition, r.position, r.record_offset
            from   moved, unnest(:partitions, :positions, :offsets) as r (partition, position, record_offset)
            on conflict (partition) do update
            set    last_position = excluded.last_position,
                   last_offset   = excluded.last_offset
            """;

    /** From the head on, so that nobody who still knows the old layout has read beyond it. */
    private static final String GROW =
            """
            insert into publishing_layout (from_position, partitions)
            select coalesce(max(position), 0), :partitions from event
            on conflict (from_position) do update set partitions = excluded.partitions
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration lease;

    PublishingTables(DataSource database, Duration lease) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.lease = lease;
    }

    PublishingState state() {
        var layouts = new TreeMap<Long, Integer>();
        jdbc.sql("select from_position, partitions from publishing_layout")
                .query((row, _) -> layouts.put(row.getLong(1), row.getInt(2)))
                .list();
        var partitions = new TreeMap<Integer, Reached>();
        jdbc.sql("select partition, last_position, last_offset from publishing_partition")
                .query((row, _) -> partitions.put(row.getInt(1), reached(row)))
                .list();
        return jdbc.sql("select position, topic_id from publishing")
                .query(
                        (row, _) ->
                                new PublishingState(
                                        row.getLong(1), row.getString(2), layouts, partitions))
                .single();
    }

    /**
     * All of it goes to another topic.
     *
     * @throws LeaseLostException if the lease is another's by now
     */
    void beginAnew(long epoch, PublishedTopic topic) {
        under(
                epoch,
                () -> {
                    fromTheStart();
                    jdbc.sql("update publishing set topic_id = :id")
                            .param("id", topic.id())
                            .update();
                    jdbc.sql("delete from publishing_layout").update();
                    jdbc.sql("insert into publishing_layout values (0, :partitions)")
                            .param("partitions", topic.partitions())
                            .update();
                });
    }

    /** All of it goes to the same topic once more, which has lost some. */
    void beginAgain(long epoch) {
        under(epoch, this::fromTheStart);
    }

    /** What is appended from now on is spread among more partitions. */
    void grow(long epoch, int partitions) {
        under(epoch, () -> jdbc.sql(GROW).param("partitions", partitions).update());
    }

    /**
     * The brokers have acknowledged everything up to here; renews the lease.
     *
     * @param partitions how far each was written to
     */
    void move(long epoch, long position, Map<Integer, Reached> partitions) {
        var rows = new ArrayList<>(partitions.entrySet());
        var changed =
                jdbc.sql(MOVE)
                        .param("epoch", epoch)
                        .param("position", position)
                        .param("lease", lease.toMillis())
                        .param(
                                "partitions",
                                rows.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                        .param("positions", column(rows, Reached::position))
                        .param("offsets", column(rows, Reached::offset))
                        .update();
        if (changed == 0) {
            throw new LeaseLostException(epoch);
        }
    }

    private void fromTheStart() {
        jdbc.sql("update publishing set position = 0").update();
        jdbc.sql("delete from publishing_partition").update();
    }

    private void under(long epoch, Runnable change) {
        transaction.executeWithoutResult(
                _ -> {
                    if (jdbc.sql(HOLD).param("epoch", epoch).query().listOfRows().isEmpty()) {
                        throw new LeaseLostException(epoch);
                    }
                    change.run();
                });
    }

    private static Long[] column(
            List<Map.Entry<Integer, Reached>> rows, ToLongFunction<Reached> value) {
        return rows.stream().map(each -> value.applyAsLong(each.getValue())).toArray(Long[]::new);
    }

    private static Reached reached(ResultSet row) throws SQLException {
        return new Reached(row.getLong(2), row.getLong(3));
    }
}
