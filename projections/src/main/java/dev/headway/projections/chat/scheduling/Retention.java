package dev.headway.projections.chat.scheduling;

import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.chat.delivery.DeadLetters;
import dev.headway.projections.chat.outbox.DailyThrottle;
import dev.headway.projections.chat.outbox.Outbox;
import dev.headway.projections.retention.LegalHold;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that nothing waits for ever and nothing is kept for ever: what nobody can deliver any
 * more becomes a dead letter, and what ended long ago is forgotten.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** A node that is about to be replaced may know channels that this one does not, or no more. */
    private static final Duration UNKNOWN_TO_ALL = Duration.ofHours(1);

    private final DeadLetters deadLetters;
    private final Outbox outbox;
    private final Clock clock;
    private final ChatChannels channels;
    private final DailyThrottle oncePerDay;
    private final Duration keep;
    private final LegalHold hold;

    public Retention(
            DeadLetters deadLetters,
            Outbox outbox,
            Clock clock,
            ChatChannels channels,
            DailyThrottle oncePerDay,
            ChatProperties properties,
            LegalHold hold) {
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.clock = clock;
        this.channels = channels;
        this.oncePerDay = oncePerDay;
        this.keep = properties.keep();
        this.hold = hold;
    }

    public void apply() {
        var now = clock.instant();
        endForDisabledChannels(now);
        endForRemovedChannels(now);
        hold.unlessInForce(() -> deleteOld(now));
    }

    private void deleteOld(Instant now) {
        deadLetters.deleteEnded(now.minus(keep));
        oncePerDay.deleteBefore(now);
    }

    private void endForDisabledChannels(Instant now) {
        var ended = deadLetters.endForDisabledChannels(now);
        if (ended > 0) {
            LOG.warn("{} deliveries are dead letters: their channel is disabled", ended);
        }
    }

    private void endForRemovedChannels(Instant now) {
        var untriedSince = now.minus(UNKNOWN_TO_ALL);
        var names = channels.names();
        var dead = deadLetters.endForRemovedChannels(names, untriedSince, now);
        var discarded = outbox.discardForRemovedChannels(names, untriedSince);
        warn(dead, "deliveries are dead letters");
        warn(discarded, "alerts are not told");
    }

    private static void warn(List<String> ofChannels, String what) {
        if (!ofChannels.isEmpty()) {
            LOG.warn(
                    "{} {}: no chat channel is configured any more that is called {}",
                    ofChannels.size(),
                    what,
                    ofChannels.stream().distinct().toList());
        }
    }
}
