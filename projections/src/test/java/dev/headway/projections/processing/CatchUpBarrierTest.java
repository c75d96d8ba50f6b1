package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatchUpBarrierTest {

    private final CatchUpBarrier convoy = new CatchUpBarrier(0, 100, Duration.ofDays(1));

    @Test
    void who_is_ahead_waits_until_those_close_behind_have_come_as_far() {
        travels(convoy, "slow", 50).join();
        var ahead = travels(convoy, "quick", 60);
        await().until(() -> convoy.waiting() == 1);

        travels(convoy, "slow", 60).join();

        ahead.join();
    }

    @Test
    void one_that_hurries_waits_for_nobody() throws Exception {
        travels(convoy, "slow", 50).join();

        convoy.travel("quick", 60, () -> true);

        assertThat(convoy.mayGoOn("quick", 60)).isFalse();
        assertThat(convoy.travelling()).containsExactlyInAnyOrder("slow", "quick");
    }

    @Test
    void one_may_be_ahead_as_far_as_the_lead_without_waiting() {
        var loose = new CatchUpBarrier(10, 100, Duration.ofMinutes(1));
        travels(loose, "slow", 50).join();

        travels(loose, "quick", 60).join();
        var ahead = travels(loose, "quick", 61);
        await().until(() -> loose.waiting() == 1);

        travels(loose, "slow", 51).join();
        ahead.join();
    }

    @Test
    void nobody_waits_for_one_that_has_arrived() {
        travels(convoy, "slow", 50).join();
        var ahead = travels(convoy, "quick", 60);
        await().until(() -> convoy.waiting() == 1);

        convoy.leave("slow");

        ahead.join();
    }

    @Test
    void nobody_waits_for_one_that_is_far_behind() {
        travels(convoy, "rebuilding", 50).join();

        travels(convoy, "quick", 151).join();
    }

    @Test
    void one_that_stands_still_is_not_waited_for_again() {
        var impatient = new CatchUpBarrier(0, 100, Duration.ofMillis(1));
        travels(impatient, "hanging", 50).join();

        travels(impatient, "quick", 60).join();

        assertThat(impatient.travelling()).containsExactly("quick");
    }

    private static CompletableFuture<Void> travels(
            CatchUpBarrier convoy, String reader, long position) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        convoy.travel(reader, position, () -> false);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
