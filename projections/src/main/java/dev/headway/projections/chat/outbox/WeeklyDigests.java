package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.ChannelTable;
import dev.headway.projections.chat.delivery.Deliveries;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a week, one message for each owner: the next three steps of each of their partnerships.
 * Composed by one node, in one transaction; a week that was slept through is made up for once.
 */
@Component
public class WeeklyDigests {

    private final ChannelTable channels;
    private final Clock clock;
    private final AlertSource alerts;
    private final PartnershipSource partnerships;
    private final BusinessCalendar calendar;
    private final MessageComposer composer;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    public WeeklyDigests(
            ChannelTable channels,
            Clock clock,
            AlertSource alerts,
            PartnershipSource partnerships,
            BusinessCalendar calendar,
            MessageComposer composer,
            Deliveries deliveries,
            PlatformTransactionManager transactions) {
        this.channels = channels;
        this.clock = clock;
        this.alerts = alerts;
        this.partnerships = partnerships;
        this.calendar = calendar;
        this.composer = composer;
        this.deliveries = deliveries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Composes what is due; a channel that is new begins with its next time. */
    public void compose(ChatChannel channel) {
        var weekly = channel.weekly();
        var now = clock.instant();
        if (weekly == null || channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        var due = weekly.lastBy(now);
        transaction.executeWithoutResult(
                _ -> {
                    if (!alerts.isMutedAt(now) && channels.claimWeek(channel, due)) {
                        compose(channel, now);
                    }
                });
    }

    /** What nobody owns is in nobody's digest; an import can leave hundreds of those. */
    private void compose(ChatChannel channel, Instant now) {
        for (var owner : partnerships.owners().stream().filter(Optional::isPresent).toList()) {
            var theirs =
                    partnerships.activeOf(owner).stream().filter(channel.route()::accepts).toList();
            if (!theirs.isEmpty()) {
                var name = Objects.requireNonNull(theirs.getFirst().owner());
                deliveries.store(
                        channel, composer.weekly(channel, Optional.of(name), theirs, now), now);
            }
        }
    }
}
