package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.rendering.PayloadRenderer;
import java.util.List;
import java.util.function.Function;

/** Finds how much of a list fits into one payload; more of it never makes the payload smaller. */
record LargestFit<T>(ChannelKind kind, Function<List<T>, String> payload) {

    /** The payload of as many of the first items as fit, at least of one. */
    String of(List<T> items) {
        return payload.apply(items.subList(0, countOf(items, items.size())));
    }

    /**
     * How many of the first items fit, at least one.
     *
     * @param guess where to begin to look
     */
    int countOf(List<T> items, int guess) {
        var fitting = 1;
        var tooMany = items.size() + 1;
        var tried = Math.clamp(guess, 1, items.size());
        while (tooMany - fitting > 1) {
            var bytes = payload.apply(items.subList(0, tried));
            if (PayloadRenderer.fits(kind, bytes)) {
                fitting = tried;
            } else {
                tooMany = tried;
            }
            var next =
                    (long) tried * kind.largestPayload() / Math.max(1, PayloadRenderer.size(bytes));
            tried = Math.clamp(next, fitting + 1, Math.max(fitting + 1, tooMany - 1));
        }
        return fitting;
    }
}
