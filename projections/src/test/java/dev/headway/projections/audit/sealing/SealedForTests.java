package dev.headway.projections.audit.sealing;

import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.projections.audit.transparency.SigningKey;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventTable;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A log with events that are sealed, and whoever tampers with them as a superuser. */
public final class SealedForTests {

    public static final String ORIGIN = "headway.test/log";

    /** When the first event is recorded; each further one a minute later. */
    public static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    public final DataSource database = TestDatabase.superuser(new EventTable().database);
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final EventReads reads = new EventReads(database);
    public final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database));
    final DrivenClock clock = new DrivenClock(FIRST.plus(Duration.ofDays(300)));
    final CheckpointTable checkpoints = new CheckpointTable(jdbc);
    final LogTable logs = new LogTable(jdbc);
    final List<SigningKey> keys = new ArrayList<>();
    private final Path file;

    public SealedForTests(Path folder) {
        this.file = folder.resolve("checkpoint");
        this.keys.add(newKey());
        this.logs.register(ORIGIN);
    }

    static SigningKey newKey() {
        return SigningKey.parse(SigningKey.newSecret(new SecureRandom()));
    }

    /** Events of ten streams, in turn. */
    public void addEvents(int count) {
        jdbc.sql(
                        """
                        insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                                           event_id, type, revision, payload, metadata)
                        select position,
                               (position + 9) / 10,
                               at - (position % 3) * interval '10 days',
                               at,
                               'p' || position % 10,
                               'Partnership',
                               'e' || position,
                               'SeatVacated',
                               '1',
                               '{"seat":"SUPPORT, \\"all\\"","number":' || position || '}',
                               '{"actor":"mia"}'
                        from  (select position,
                                      cast(:first as timestamptz) + (position - 1) * interval '1 minute' as at
                               from   generate_series((select coalesce(max(position), 0) + 1 from event),
                                                      (select coalesce(max(position), 0) + :count from event))
                                      as position) as numbered
                        """)
                .param("first", FIRST.toString())
                .param("count", count)
                .update();
    }

    /** An event in the stream of sealing itself. */
    public void happened(SealingEvent event) {
        jdbc.sql(
                        """
                        insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                                           event_id, type, revision, payload, metadata)
                        select coalesce(max(position), 0) + 1, count(*) filter (where stream = 'sealing') + 1, :at, :at,
                               'sealing', 'sealing', :id, :type, '1', :payload, '{"actor":"ada"}'
                        from   event
                        """)
                .param("at", event.effectiveAt().atOffset(ZoneOffset.UTC))
                .param("id", "begun-" + event.hashCode())
                .param("type", event.getClass().getSimpleName())
                .param("payload", JsonMapper.shared().writeValueAsString(event))
                .update();
    }

    Sealer sealer() {
        return sealer(file);
    }

    private Sealer sealer(Path file) {
        var properties = properties(file);
        var tiles = new TileTable(jdbc);
        var outside = new CheckpointFile(properties);
        var begun = begunLogs();
        return new Sealer(
                properties,
                new SealingKeys(keys),
                logs,
                checkpoints,
                new SealedTree(events(), tiles, new LeafTable(jdbc)),
                new SealedBefore(tiles, reads, outside, begun),
                begun,
                reads,
                outside,
                clock,
                new JdbcTransactionManager(database));
    }

    static SealingProperties properties(Path file) {
        return new SealingProperties(
                true,
                null,
                1_000,
                Duration.ofMinutes(1),
                file,
                new SealingProperties.Webhook(null, List.of()),
                new SealingProperties.Witness(null, null));
    }

    private BegunLogs begunLogs() {
        return new BegunLogs(reads, new SealingKeys(keys));
    }

    LogSuccession succession() {
        return new LogSuccession(
                sealer(), logs, checkpoints, new CheckpointFile(properties(file)), begunLogs());
    }

    /** More events, sealed and lost again; the log that goes on is another one. */
    public void lose(int events) {
        addEvents(events);
        sealAll(); // with what was tampered with before, since it is not looked at again
        sealer().seal();
        jdbc.sql("delete from event where position > (select max(position) - :events from event)")
                .param("events", events)
                .update();
        var next = succession().next().orElseThrow();
        happened(
                new LogBegunAnew(
                        next.origin(),
                        next.previousOrigin(),
                        next.previousSize(),
                        next.previousCheckpoint(),
                        next.statement(),
                        clock.instant()));
    }

    /** What is sealed, in the order in which it is. */
    public LoggedEvents events() {
        return new LoggedEvents(logs, reads);
    }

    /** Shows the newest checkpoint to a witness. */
    Witnessing witnessing(WitnessForTests witness, WitnessState state) {
        var properties =
                new SealingProperties(
                        true,
                        null,
                        1_000,
                        Duration.ofMinutes(1),
                        file,
                        new SealingProperties.Webhook(null, List.of()),
                        new SealingProperties.Witness(witness.url(), witness.key()));
        return new Witnessing(properties, checkpoints, new TileTable(jdbc), state, clock);
    }

    /** Until nothing is due, a minute later. */
    public void sealAll() {
        sealAll(file);
    }

    /** As somebody who stole the key, and keeps no checkpoint of before. */
    public void sealAllAnew(Path folder) {
        jdbc.sql("truncate sealed_tile, sealed_leaves, sealed_checkpoint").update();
        jdbc.sql("update sealed_log set size = 0, position = 0").update();
        sealAll(folder.resolve("forged"));
    }

    private void sealAll(Path file) {
        var sealed = true;
        while (sealed) {
            clock.advance(Duration.ofMinutes(1));
            sealed = sealer(file).seal().isPresent();
        }
    }

    public SealedProofs proofs() {
        return new SealedProofs(
                checkpoints, new TileTable(jdbc), new LeafTable(jdbc), events(), logs);
    }

    /** The hash of the leaf that the event at a position would be now. */
    public byte[] leafAt(long position) {
        var event = reads.bytes(position - 1, position, 1).getFirst();
        return SealedEvents.entry(event).hash().bytes();
    }

    /** The newest checkpoint. */
    SealedCheckpoint newest() {
        return checkpoints.newest().orElseThrow();
    }

    String kept() {
        return new CheckpointFile(properties(file)).read().orElseThrow();
    }
}
