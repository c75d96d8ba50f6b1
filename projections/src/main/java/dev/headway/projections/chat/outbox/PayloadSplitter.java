package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.delivery.Message;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.rendering.PayloadRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into as few messages as a channel takes. */
record PayloadSplitter<T>(ChannelKind kind, Function<List<T>, Message> message) {

    /**
     * @param of what is not cut apart unless it fills a message by itself; equal ones stand
     *     together
     */
    List<Message> of(List<T> items, Function<T, ?> of) {
        var all = message.apply(items);
        if (PayloadRenderer.fits(kind, all.payload())) {
            return List.of(all);
        }
        for (var portions = PayloadRenderer.minimumPayloads(kind, all.payload()); ; portions++) {
            var messages = cut(items, portions, of).stream().map(message).toList();
            if (portions >= items.size()
                    || messages.stream()
                            .allMatch(each -> PayloadRenderer.fits(kind, each.payload()))) {
                return messages;
            }
        }
    }

    private static <T> List<List<T>> cut(List<T> items, int portions, Function<T, ?> of) {
        var cut = new ArrayList<List<T>>();
        var from = 0;
        for (var portion = 1; portion <= portions; portion++) {
            var even = (int) ((long) items.size() * portion / portions);
            var to = portions == items.size() ? even : endOf(items, Math.max(even, from), of);
            if (to > from) {
                cut.add(items.subList(from, to));
                from = to;
            }
        }
        return cut;
    }

    /** Where the one ends that stands before {@code at}. */
    private static <T> int endOf(List<T> items, int at, Function<T, ?> of) {
        var end = at;
        while (end > 0
                && end < items.size()
                && of.apply(items.get(end)).equals(of.apply(items.get(end - 1)))) {
            end++;
        }
        return end;
    }
}
