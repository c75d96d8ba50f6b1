package dev.headway.benchmarks.safety;

import dev.headway.testing.DurablePostgres;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Two writers that call {@code append_events} themselves, as a node would, with effective times ten
 * years to either side, which no node would take from a caller. One of them stands still between
 * deciding and storing.
 */
final class DirectWriters {

    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    /** Each of their commands has a flush to itself, which all others wait for. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(5);

    private static final String APPEND =
            """
            select command_outcome
            from   append_events(recorded          => now(),
                                 command_events    => array[1],
                                 event_command     => array[1],
                                 event_stream      => array[?],
                                 event_stream_type => array['partnership'],
                                 event_version     => array[cast(? as bigint)],
                                 event_id          => array[gen_random_uuid()::text],
                                 event_type        => array[?],
                                 event_revision    => array['1'],
                                 event_payload     => array[convert_to(?, 'UTF8')],
                                 event_metadata    => array[convert_to('{"actor":"direct","role":"MANAGER","channel":"API","correlationId":"1"}', 'UTF8')],
                                 event_effective   => array[cast(? as timestamptz)],
                                 key_command       => '{}',
                                 key_caller        => '{}',
                                 key_operation     => '{}',
                                 key_key           => '{}',
                                 key_fingerprint   => '{}',
                                 key_status        => '{}',
                                 key_response      => '{}')
            """;

    private final DurablePostgres postgres;
    private final String database;
    private final Ledger ledger;
    private final Duration stall;
    private final BooleanSupplier another;

    /**
     * @param another asked before each command: whether there is one more to write
     */
    DirectWriters(
            DurablePostgres postgres,
            String database,
            Ledger ledger,
            Duration stall,
            BooleanSupplier another) {
        this.postgres = postgres;
        this.database = database;
        this.ledger = ledger;
        this.stall = stall;
        this.another = another;
    }

    void start(ExecutorService threads) {
        threads.submit(() -> write("steady", Duration.ZERO));
        threads.submit(() -> write("stalling", stall));
    }

    private Void write(String name, Duration stall) throws SQLException {
        var stream =
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString();
        var random = new Random(name.hashCode());
        try (var connection = postgres.connect(database);
                var append = connection.prepareStatement(APPEND)) {
            require(
                    "APPENDED",
                    append(
                            append,
                            stream,
                            1,
                            "PartnershipRegistered",
                            registered(stream),
                            Instant.EPOCH));
            for (long version = 2; another.getAsBoolean(); version++) {
                var key = name + "-" + version;
                var at = within(random);
                ledger.begin(key);
                if (version == 50) {
                    LockSupport.parkNanos(stall.toNanos());
                }
                if (version % 10 == 0) {
                    // somebody else was first: nothing of it may be stored
                    require(
                            "LOST_RACE",
                            append(
                                    append,
                                    stream,
                                    version - 1,
                                    "TouchpointRecorded",
                                    touched("lost-" + key, at),
                                    at));
                }
                require(
                        "APPENDED",
                        append(
                                append,
                                stream,
                                version,
                                "TouchpointRecorded",
                                touched(key, at),
                                at));
                ledger.acknowledge(key);
                LockSupport.parkNanos(BETWEEN_COMMANDS.toNanos());
            }
        }
        return null;
    }

    private static String append(
            PreparedStatement append,
            String stream,
            long version,
            String type,
            String payload,
            Instant at)
            throws SQLException {
        append.setString(1, stream);
        append.setLong(2, version);
        append.setString(3, type);
        append.setString(4, payload);
        append.setString(5, at.toString());
        try (var row = append.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static String registered(String stream) {
        return """
               {"partnershipId":"%s","name":"Direct","partnerName":"Direct","partnerType":"OTHER","effectiveAt":"1970-01-01T00:00:00Z"}"""
                .formatted(stream);
    }

    private static String touched(String key, Instant at) {
        return """
               {"kind":"MESSAGE","summary":"%s","effectiveAt":"%s"}"""
                .formatted(key, at);
    }

    private static Instant within(Random random) {
        var seconds = TEN_YEARS.toSeconds();
        return Clock.systemUTC().instant().plusSeconds(random.nextLong(-seconds, seconds));
    }

    private static void require(String expected, String outcome) {
        if (!outcome.equals(expected)) {
            throw new IllegalStateException("append_events said " + outcome + ", not " + expected);
        }
    }
}
