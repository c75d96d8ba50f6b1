package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.SigningKey;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventTable;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    final List<SigningKey> keys = new ArrayList<>();
    private final Path file;

    public SealedForTests(Path folder) {
        this.file = folder.resolve("checkpoint");
        this.keys.add(newKey());
        this.checkpoints.register(ORIGIN);
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

    Sealer sealer() {
        return sealer(file);
    }

    private Sealer sealer(Path file) {
        var properties = properties(file);
        var tiles = new TileTable(jdbc);
        var outside = new CheckpointFile(properties);
        return new Sealer(
                properties,
                new SealingKeys(keys),
                checkpoints,
                new SealedTree(reads, tiles, new LeafTable(jdbc)),
                new SealedBefore(tiles, reads, outside),
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
                new SealingProperties.Webhook(null, List.of()));
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
        return new SealedProofs(checkpoints, new TileTable(jdbc), new LeafTable(jdbc), reads);
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
