package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.rendering.ChannelKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what became of tries to deliver a message. Each counter is there from the start, at 0: who
 * watches for the first message that is given up sees it grow.
 */
final class DeliveryMeters {

    /** What a try came to, as the metric has it. */
    enum Outcome {
        DELIVERED,
        RETRIED,
        /** Given up. */
        DEAD,
        /** The one before it ended without an answer: the message may arrive twice. */
        UNCERTAIN,
        /** The channel wants nothing more. */
        DISABLED;

        private String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MeterProvider<Counter> deliveries;

    DeliveryMeters(MeterRegistry meters) {
        this.deliveries =
                Counter.builder("headway.deliveries")
                        .description("Tries to deliver a message to chat, by what became of them")
                        .baseUnit("deliveries")
                        .withRegistry(meters);
        for (var kind : ChannelKind.values()) {
            for (var outcome : Outcome.values()) {
                counter(kind, outcome);
            }
        }
    }

    void count(ChannelKind kind, Outcome outcome) {
        counter(kind, outcome).increment();
    }

    private Counter counter(ChannelKind kind, Outcome outcome) {
        return deliveries.withTags("kind", kind.inWords(), "outcome", outcome.inWords());
    }
}
