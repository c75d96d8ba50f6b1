package dev.headway.lifecycle.imports;

import dev.headway.projections.http.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One upload at a time: it uses all there is to use, and its rows are held in memory. */
final class UploadPermit {

    /** How long an upload waits for the one before it; fifty thousand rows take about a minute. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Semaphore permit = new Semaphore(1, true);

    /**
     * @throws Problem 503 when the upload before it takes too long, or Headway stops
     */
    void acquire() {
        try {
            if (!permit.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable("Another upload is under way; try again");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Headway is stopping; try again");
        }
    }

    void release() {
        permit.release();
    }
}
