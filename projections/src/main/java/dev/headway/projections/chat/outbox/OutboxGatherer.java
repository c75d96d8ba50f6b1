package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertDetails;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.chat.delivery.Deliveries;
import dev.headway.projections.chat.delivery.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a burst of alerts gather for two seconds and turns it into messages, in one transaction. An
 * alert that is no longer open by then is not told.
 */
@Component
public class OutboxGatherer {

    private static final Duration GATHERING_WINDOW = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Clock clock;
    private final AlertSource alerts;
    private final PartnershipSource partnerships;
    private final ChatChannels channels;
    private final BusinessCalendar calendar;
    private final DailyThrottle oncePerDay;
    private final MessageComposer composer;
    private final TransactionTemplate transaction;

    public OutboxGatherer(
            Outbox outbox,
            Deliveries deliveries,
            Clock clock,
            AlertSource alerts,
            PartnershipSource partnerships,
            ChatChannels channels,
            BusinessCalendar calendar,
            DailyThrottle oncePerDay,
            MessageComposer composer,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.clock = clock;
        this.alerts = alerts;
        this.partnerships = partnerships;
        this.channels = channels;
        this.calendar = calendar;
        this.oncePerDay = oncePerDay;
        this.composer = composer;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void gather(ChatChannel channel) {
        var now = clock.instant();
        if (channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        if (outbox.isAnyOlderThan(channel, GATHERING_WINDOW, now)) {
            transaction.executeWithoutResult(_ -> compose(channel, now));
        }
    }

    private void compose(ChatChannel channel, Instant now) {
        if (alerts.isQuietAt(now) || !outbox.tryLock(channel)) {
            return;
        }
        var entries = outbox.drain(channel, now);
        var notifications =
                notifications(entries).stream()
                        .filter(each -> channels.accepts(channel, each))
                        .toList();
        if (!notifications.isEmpty()) {
            deliveries.store(
                    channel,
                    channel.oncePerPartnershipAndDay()
                            ? throttled(channel, entries, notifications, now)
                            : composer.messages(channel, notifications, now),
                    now);
        }
    }

    /** All that is told of a partnership goes into one message; what was held into a digest. */
    private List<Message> throttled(
            ChatChannel channel,
            List<OutboxEntry> entries,
            List<Notification> notifications,
            Instant now) {
        var admitted = oncePerDay.admit(channel, notifications, now);
        var held =
                notifications.stream()
                        .filter(each -> !admitted.contains(each))
                        .collect(Collectors.toMap(Notification::alertId, Notification::occasion));
        outbox.hold(channel, held, oncePerDay.nextDay(now), now);
        if (admitted.isEmpty()) {
            return List.of();
        }
        var partnerships = admitted.stream().map(Notification::partnershipId).distinct().count();
        return partnerships < admitted.size() || entries.stream().anyMatch(OutboxEntry::isHeld)
                ? composer.digests(channel, admitted, now)
                : composer.messages(channel, admitted, now);
    }

    private List<Notification> notifications(List<OutboxEntry> entries) {
        Map<UUID, Occasion> occasions =
                entries.stream()
                        .collect(
                                Collectors.toMap(
                                        OutboxEntry::alertId,
                                        OutboxEntry::occasion,
                                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        var open = alerts.stillOpen(occasions.keySet());
        var about =
                partnerships.of(open.stream().map(AlertDetails::partnershipId).distinct().toList());
        return open.stream()
                .map(
                        alert ->
                                new Notification(
                                        alert,
                                        Objects.requireNonNull(occasions.get(alert.alertId())),
                                        about.get(alert.partnershipId())))
                .toList();
    }
}
