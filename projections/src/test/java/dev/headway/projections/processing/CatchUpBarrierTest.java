package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatchUpBarrierTest {

    private final CatchUpBarrier barrier = new CatchUpBarrier(0, 100, Duration.ofDays(1));

    @Test
    void who_is_ahead_waits_until_those_close_behind_have_come_as_far() {
        awaits(barrier, "slow", 50).join();
        var ahead = awaits(barrier, "quick", 60);
        await().until(() -> barrier.waiting() == 1);

        awaits(barrier, "slow", 60).join();

        ahead.join();
    }

    @Test
    void one_that_is_awaited_waits_for_nobody() throws Exception {
        awaits(barrier, "slow", 50).join();

        barrier.await("quick", 60, () -> true);

        assertThat(barrier.mayProceed("quick", 60)).isFalse();
        assertThat(barrier.participants()).containsExactlyInAnyOrder("slow", "quick");
    }

    @Test
    void one_may_be_ahead_as_far_as_the_maximum_without_waiting() {
        var loose = new CatchUpBarrier(10, 100, Duration.ofMinutes(1));
        awaits(loose, "slow", 50).join();

        awaits(loose, "quick", 60).join();
        var ahead = awaits(loose, "quick", 61);
        await().until(() -> loose.waiting() == 1);

        awaits(loose, "slow", 51).join();
        ahead.join();
    }

    @Test
    void nobody_waits_for_one_that_has_arrived() {
        awaits(barrier, "slow", 50).join();
        var ahead = awaits(barrier, "quick", 60);
        await().until(() -> barrier.waiting() == 1);

        barrier.leave("slow");

        ahead.join();
    }

    @Test
    void nobody_waits_for_one_that_is_far_behind() {
        awaits(barrier, "rebuilding", 50).join();

        awaits(barrier, "quick", 151).join();
    }

    @Test
    void one_that_stands_still_is_not_waited_for_again() {
        var hasty = new CatchUpBarrier(0, 100, Duration.ofMillis(1));
        awaits(hasty, "hanging", 50).join();

        awaits(hasty, "quick", 60).join();

        assertThat(hasty.participants()).containsExactly("quick");
    }

    private static CompletableFuture<Void> awaits(
            CatchUpBarrier barrier, String processor, long position) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        barrier.await(processor, position, () -> false);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
