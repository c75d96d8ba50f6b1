package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.delivery.Message;
import dev.headway.projections.chat.rendering.ChannelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into as few messages as a channel takes: each is filled before the next begins. */
record PayloadSplitter<T>(ChannelKind kind, Function<List<T>, Message> message) {

    /** Roughly what fits; each message is then tried with what fitted into the one before it. */
    private static final int FIRST_GUESS = 200;

    /**
     * @param of what is not cut apart unless it fills a message by itself; equal ones stand
     *     together
     */
    List<Message> of(List<T> items, Function<T, ?> of) {
        var fit = new LargestFit<T>(kind, part -> message.apply(part).payload());
        var messages = new ArrayList<Message>();
        var guess = FIRST_GUESS;
        for (var rest = items; !rest.isEmpty(); ) {
            guess = fit.countOf(rest, guess);
            var end = endOf(rest, guess, of);
            messages.add(message.apply(rest.subList(0, end)));
            rest = rest.subList(end, rest.size());
        }
        return messages;
    }

    /** The last place up to {@code most} at which nothing is cut apart. */
    private static <T> int endOf(List<T> items, int most, Function<T, ?> of) {
        var end = most;
        while (end > 0
                && end < items.size()
                && of.apply(items.get(end)).equals(of.apply(items.get(end - 1)))) {
            end--;
        }
        return end == 0 ? most : end;
    }
}
