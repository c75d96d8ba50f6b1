package dev.headway.projections.console.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Questions of one page, asked at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** Begins to ask. */
    public static <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, task -> Thread.ofVirtual().start(task));
    }

    /** What came of it; what went wrong is thrown as if it had been asked here. */
    public static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw failed;
        }
    }
}
