package dev.headway.projections.questions.partnership;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.audit.AuditForTests;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.AsOf;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first question about a life reads a digest of it, and is answered as if it had read all. */
class FirstQuestionTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private final DataSource source = TestDatabase.migrated();
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoChangedWhat audit = AuditForTests.over(source);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, audit);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_digest_tells_what_the_whole_life_tells(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 25; n++) {
            var id = "life-" + n;
            log.happened(id, registered(id, "Acme", "2026-01-01"));
            for (var step = 0; step < 40; step++) {
                happens(id, random);
            }
            loop.catchUp();
            var loader = new KnownPartnershipLoader(audit);
            var first = loader.now(id);

            assertThat(first).isPresent().isEqualTo(recordedBy(loader, id, LATER));

            for (var step = 0; step < 3; step++) {
                happens(id, random);
            }
            loop.catchUp();
            assertThat(loader.now(id)).isEqualTo(recordedBy(loader, id, LATER));
        }
    }

    @Test
    void ten_thousand_touchpoints_are_counted_and_not_read() {
        log.happened("p", registered("p", "Acme", "2026-01-01"), pilotStarted("2026-01-02"));
        for (var n = 0; n < 10_000; n++) {
            log.happened("p", touchpoint("Call " + n, "2026-02-0" + (1 + n % 9)));
        }
        log.happened("p", seated("SUPPORT", "Ada", "OURS"));
        loop.catchUp();

        assertThat(audit.digestOf("p").events()).hasSizeLessThan(10);
        var loader = new KnownPartnershipLoader(audit);
        var known = loader.now("p").orElseThrow();
        assertThat(known).isEqualTo(recordedBy(loader, "p", LATER).orElseThrow());
        assertThat(known.facts().motion().touchpoints().count()).isEqualTo(10_000);
        log.happened("p", touchpoint("One more", "2026-02-01"));
        loop.catchUp();
        assertThat(loader.now("p").orElseThrow().facts().motion().touchpoints().count())
                .isEqualTo(10_001);
    }

    private void happens(String id, SplittableRandom random) {
        var at = at("2026-01-02").plus(Duration.ofHours(random.nextInt(2_000)));
        switch (random.nextInt(20)) {
            case 0 -> withdrawn(id, random);
            case 1 -> log.happened(id, new PartnershipSunset("X", "Over", passed("SUNSET"), at));
            case 2 -> log.happened(id, new PartnershipRevived("Again", at));
            case 3 -> log.happened(id, seated("SUPPORT", "Ada " + random.nextInt(9), "OURS"));
            case 4 -> log.happened(id, new JointWinRecorded("Globex", "x", "y", at));
            case 5 -> log.happened(id, planned("step " + random.nextInt(9), "2026-05-01"));
            case 6 -> log.happened(id, new PartnershipVoided("Twice", null, at));
            case 7 -> log.happened(id, new PartnershipUnvoided(at));
            default -> log.happened(id, called(random, at));
        }
    }

    private static PartnershipEvent called(SplittableRandom random, Instant at) {
        return new TouchpointRecorded("JOINT_CALL", "Call " + random.nextInt(99), null, at);
    }

    /** Something that holds, seldom a touchpoint; now and then something else is in its place. */
    private void withdrawn(String id, SplittableRandom random) {
        var events = log.ofStream(id, Long.MAX_VALUE);
        var fact = events.get(random.nextInt(events.size()));
        if (!isWithdrawable(fact, random) || isWithdrawn(id, fact)) {
            return;
        }
        var kind = fact.event().getClass().getSimpleName();
        var withdrawal = new FactWithdrawn(fact.eventId(), kind, "Mistyped", at("2026-01-02"));
        if (fact.event() instanceof TouchpointRecorded && random.nextBoolean()) {
            log.corrected(id, withdrawal, called(random, at("2026-01-03")));
        } else {
            log.happened(id, withdrawal);
        }
    }

    private static boolean isWithdrawable(RecordedEvent fact, SplittableRandom random) {
        return fact.event() instanceof SeatFilled
                || fact.event() instanceof JointWinRecorded
                || (fact.event() instanceof TouchpointRecorded && random.nextInt(4) == 0);
    }

    private boolean isWithdrawn(String id, RecordedEvent fact) {
        return log.ofStream(id, Long.MAX_VALUE).stream()
                .anyMatch(
                        each ->
                                each.event() instanceof FactWithdrawn withdrawn
                                        && withdrawn.eventId().equals(fact.eventId()));
    }

    private static Optional<KnownPartnership> recordedBy(
            KnownPartnershipLoader loader, String id, Instant at) {
        return loader.asOf(id, new AsOf(at, false, ZoneOffset.UTC)).map(PastPartnership::known);
    }
}
