package dev.headway.projections.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pages are read a few at a time, whoever came first first. */
class FairReadsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final List<Integer> begun = new CopyOnWriteArrayList<>();

    @Test
    void no_more_begin_than_there_are_turns_and_the_others_in_the_order_they_came() {
        var reads = new FairReads(2, LONG);
        var callers = new ArrayList<CompletableFuture<Integer>>();
        for (int number = 1; number <= 8; number++) {
            callers.add(reading(reads, number));
            var asked = number;
            await().until(() -> begun.size() + reads.waiting() == asked);
        }
        assertThat(begun).containsExactly(1, 2);

        mayEnd.countDown();

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isPositive());
        assertThat(begun).startsWith(1, 2).hasSize(8).doesNotHaveDuplicates();
        assertThat(reads.waiting()).isZero();
    }

    @Test
    void whoever_waited_long_enough_reads_beside_the_others() {
        var reads = new FairReads(1, Duration.ZERO);
        var first = reading(reads, 1);
        await().until(() -> begun.size() == 1);

        assertThat(reads.inTurn(() -> "read")).isEqualTo("read");

        mayEnd.countDown();
        assertThat(first.join()).isEqualTo(1);
    }

    @Test
    void who_reads_out_of_turn_gives_none_away() {
        var reads = new FairReads(1, Duration.ZERO);
        var first = reading(reads, 1);
        await().until(() -> begun.size() == 1);
        var unused = reads.inTurn(() -> "read");

        assertThat(reads.free()).isZero();

        mayEnd.countDown();
        assertThat(first.join()).isEqualTo(1);
        assertThat(reads.free()).isEqualTo(1);
    }

    @Test
    void a_read_that_fails_ends_its_turn() {
        var reads = new FairReads(1, LONG);

        assertThatThrownBy(() -> reads.inTurn(FairReadsTest::fail))
                .isInstanceOf(IllegalStateException.class);

        assertThat(reads.inTurn(() -> "read")).isEqualTo("read");
    }

    private CompletableFuture<Integer> reading(FairReads reads, int number) {
        var caller = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> caller.complete(reads.inTurn(() -> read(number))));
        return caller;
    }

    private int read(int number) {
        begun.add(number);
        try {
            assertThat(mayEnd.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return number;
    }

    private static String fail() {
        throw new IllegalStateException("read nothing");
    }
}
