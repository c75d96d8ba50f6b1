package dev.headway.projections.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    private final List<RecordedEvent> log = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private final RecentEvents recent = new RecentEvents(this::read, 10);

    @Test
    void what_one_reader_has_read_the_next_one_gets_from_the_cache() {
        grow(1, 2, 3);
        assertThat(positions(recent.after(0, 5))).containsExactly(1L, 2L, 3L);
        asked.clear();
        assertThat(positions(recent.after(0, 2))).containsExactly(1L, 2L);
        assertThat(positions(recent.after(2, 1))).containsExactly(3L);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_reader_at_the_end_of_the_cache_reads_on() {
        grow(1, 2);
        recent.after(0, 5);
        assertThat(recent.after(2, 5)).isEmpty();
        grow(5, 9);
        assertThat(positions(recent.after(2, 5))).containsExactly(5L, 9L);
        assertThat(positions(recent.after(1, 5))).containsExactly(2L, 5L, 9L);
        assertThat(positions(recent.after(7, 5))).containsExactly(9L);
    }

    @Test
    void a_reader_that_is_far_behind_reads_for_itself() {
        grow(LongStream.rangeClosed(1, 100).toArray());
        for (long position = 0; position < 100; position += 5) {
            recent.after(position, 5);
        }
        asked.clear();
        assertThat(positions(recent.after(95, 5))).containsExactly(96L, 97L, 98L, 99L, 100L);
        assertThat(asked).isEmpty();
        assertThat(positions(recent.after(3, 2))).containsExactly(4L, 5L);
        assertThat(asked).containsExactly(3L);
    }

    @Test
    void a_reader_ahead_of_everybody_begins_another_cache() {
        grow(LongStream.rangeClosed(1, 100).toArray());
        recent.after(0, 5);
        assertThat(positions(recent.after(90, 5))).containsExactly(91L, 92L, 93L, 94L, 95L);
        assertThat(positions(recent.after(5, 3))).containsExactly(6L, 7L, 8L);
        assertThat(positions(recent.after(92, 5))).containsExactly(93L, 94L, 95L, 96L, 97L);
    }

    @Test
    void whoever_reads_whatever_gets_what_stands_in_the_log() {
        var random = new Random(4);
        for (int step = 0; step < 5_000; step++) {
            if (random.nextInt(3) == 0) {
                grow(head() + 1 + random.nextInt(3));
            }
            var position = Math.max(0, head() - random.nextInt(40));
            var limit = 1 + random.nextInt(8);
            assertThat(recent.after(position, limit)).isEqualTo(read(position, limit));
        }
    }

    private List<RecordedEvent> read(long position, int limit) {
        asked.add(position);
        return log.stream().filter(e -> e.position() > position).limit(limit).toList();
    }

    private long head() {
        return log.isEmpty() ? 0 : log.getLast().position();
    }

    private void grow(long... positions) {
        for (var position : positions) {
            log.add(
                    new RecordedEvent(
                            position,
                            "e" + position,
                            "p",
                            position,
                            new TouchpointRecorded("JOINT_CALL", "call", null, NOW),
                            NOW,
                            Provenance.of("mia", "MANAGER", "API", "")));
        }
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
