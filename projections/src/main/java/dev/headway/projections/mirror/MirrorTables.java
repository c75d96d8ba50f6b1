package dev.headway.projections.mirror;

import dev.headway.projections.log.EventBytes;
import dev.headway.projections.topic.PublishedTopic;
import dev.headway.projections.topic.TopicRecord;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the mirror has come, and what brings it on. Nothing here changes what is in it. */
final class MirrorTables {

    private static final String TAKE =
            """
            select taken, known, early
            from   mirror_events(of_topic          => ?,
                                 of_partition      => ?,
                                 partitions        => ?,
                                 last_offset       => ?,
                                 event_position    => ?,
                                 event_previous    => ?,
                                 event_id          => ?,
                                 event_stream      => ?,
                                 event_stream_type => ?,
                                 event_version     => ?,
                                 event_type        => ?,
                                 event_revision    => ?,
                                 event_recorded    => ?::timestamptz[],
                                 event_effective   => ?::timestamptz[],
                                 event_payload     => ?,
                                 event_metadata    => ?)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    MirrorTables(DataSource database) {
        this.template = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(template);
    }

    /** What became of records: taken, known from before, or too early, and they come again. */
    record Outcome(int taken, int known, int early) {}

    /** From now on this topic is read, if it was not before. */
    void begin(PublishedTopic topic) {
        jdbc.sql("select begin_mirror(:topic, :partitions)")
                .param("topic", topic.id())
                .param("partitions", topic.partitions())
                .query((_, _) -> true)
                .list();
    }

    /** The offset of the last record that was dealt with, by partition; -1 before the first. */
    Map<Integer, Long> offsets(String topicId) {
        return jdbc
                .sql("select partition, topic_offset from mirror_partition where topic_id = :topic")
                .param("topic", topicId)
                .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Up to which position everything is there. */
    long head() {
        return jdbc.sql("select mirror_head()").query(Long.class).single();
    }

    /**
     * Takes what follows, in one statement with its offset.
     *
     * @param records of one partition of this topic, in the order of their offsets
     * @param lastOffset of the last that was read, whether it is among them or not
     * @return empty when another topic is read by now
     */
    Optional<Outcome> take(
            String topicId, int partition, long lastOffset, List<TopicRecord> records) {
        var partitions =
                records.stream().mapToInt(each -> each.claim().layout().partitions()).max();
        return template
                .query(
                        connection -> {
                            var statement = connection.prepareStatement(TAKE);
                            statement.setString(1, topicId);
                            statement.setInt(2, partition);
                            statement.setInt(3, partitions.orElse(0));
                            statement.setLong(4, lastOffset);
                            var columns = new Columns(connection, records);
                            for (var i = 0; i < Columns.COUNT; i++) {
                                statement.setArray(5 + i, columns.array(i));
                            }
                            return statement;
                        },
                        (row, _) -> new Outcome(row.getInt(1), row.getInt(2), row.getInt(3)))
                .stream()
                .findFirst();
    }

    /** The records as columns; those of an event are null for a watermark. */
    private record Columns(Connection connection, List<TopicRecord> records) {

        static final int COUNT = 12;
        private static final byte[] NONE = {};

        Array array(int column) throws SQLException {
            return switch (column) {
                case 0 -> ofRecord("int8", each -> each.claim().position());
                case 1 -> ofRecord("int8", each -> each.claim().previous());
                case 2 -> of("text", EventBytes::eventId);
                case 3 -> of("text", EventBytes::stream);
                case 4 -> of("text", EventBytes::streamType);
                case 5 -> of("int8", EventBytes::version);
                case 6 -> of("text", EventBytes::type);
                case 7 -> of("text", EventBytes::revision);
                case 8 -> of("text", each -> text(each.recordedAt()));
                case 9 -> of("text", each -> text(each.effectiveAt()));
                case 10 -> bytes(EventBytes::payload);
                default -> bytes(EventBytes::metadata);
            };
        }

        private Array of(String type, Function<EventBytes, Object> value) throws SQLException {
            return ofRecord(type, each -> each.event() == null ? null : value.apply(each.event()));
        }

        private Array ofRecord(String type, Function<TopicRecord, @Nullable Object> value)
                throws SQLException {
            return connection.createArrayOf(type, records.stream().map(value).toArray());
        }

        private Array bytes(Function<EventBytes, byte[]> value) throws SQLException {
            var column =
                    records.stream()
                            .map(each -> each.event() == null ? NONE : value.apply(each.event()))
                            .toArray(byte[][]::new);
            return connection.createArrayOf("bytea", column);
        }

        private static String text(Instant instant) {
            return instant.toString();
        }
    }
}
