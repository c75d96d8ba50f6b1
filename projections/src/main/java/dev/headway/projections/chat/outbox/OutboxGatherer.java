package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertDetails;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.chat.delivery.DeliverySender;
import dev.headway.projections.chat.outbox.MessageComposer.Message;
import dev.headway.projections.chat.outbox.Outbox.Entry;
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

    private static final Duration BURST = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Clock clock;
    private final AlertSource alerts;
    private final PartnershipSource partnerships;
    private final ChatChannels channels;
    private final BusinessCalendar calendar;
    private final DailyThrottle oncePerDay;
    private final MessageComposer composing;
    private final TransactionTemplate transaction;

    public OutboxGatherer(
            Outbox outbox,
            Clock clock,
            AlertSource alerts,
            PartnershipSource partnerships,
            ChatChannels channels,
            BusinessCalendar calendar,
            DailyThrottle oncePerDay,
            MessageComposer composing,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.clock = clock;
        this.alerts = alerts;
        this.partnerships = partnerships;
        this.channels = channels;
        this.calendar = calendar;
        this.oncePerDay = oncePerDay;
        this.composing = composing;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void gather(ChatChannel channel) {
        var now = clock.instant();
        if (channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        if (outbox.isAnyOlderThan(channel, BURST, now)) {
            transaction.executeWithoutResult(_ -> compose(channel, now));
        }
    }

    private void compose(ChatChannel channel, Instant now) {
        if (alerts.isQuietAt(now) || !outbox.isOursToCompose(channel)) {
            return;
        }
        var entries = outbox.take(channel, now);
        var toTell =
                toTell(entries).stream().filter(each -> channels.tells(channel, each)).toList();
        if (!toTell.isEmpty()) {
            outbox.store(
                    channel,
                    channel.oncePerPartnershipAndDay()
                            ? calmly(channel, entries, toTell, now)
                            : composing.messages(channel, toTell, now),
                    now,
                    now.plus(DeliverySender.WORTH_TRYING_FOR));
        }
    }

    /** All that is told of a partnership goes into one message; what was held into a digest. */
    private List<Message> calmly(
            ChatChannel channel, List<Entry> entries, List<Notification> toTell, Instant now) {
        var admitted = oncePerDay.admit(channel, toTell, now);
        var held =
                toTell.stream()
                        .filter(each -> !admitted.contains(each))
                        .collect(Collectors.toMap(Notification::alertId, Notification::occasion));
        outbox.hold(channel, held, oncePerDay.nextDay(now), now);
        if (admitted.isEmpty()) {
            return List.of();
        }
        var partnerships = admitted.stream().map(Notification::partnershipId).distinct().count();
        return partnerships < admitted.size() || entries.stream().anyMatch(Entry::isHeld)
                ? composing.digests(channel, admitted, now)
                : composing.messages(channel, admitted, now);
    }

    private List<Notification> toTell(List<Entry> entries) {
        Map<UUID, Occasion> occasions =
                entries.stream()
                        .collect(
                                Collectors.toMap(
                                        Entry::alertId,
                                        Entry::occasion,
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
