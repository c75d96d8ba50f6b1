package dev.headway.projections.chat;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.Composing.Message;
import dev.headway.projections.chat.Outbox.Entry;
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
class Gathering {

    private static final Duration BURST = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Clock clock;
    private final AlertsToTell alerts;
    private final PartnershipsToTell partnerships;
    private final Channels channels;
    private final BusinessCalendar calendar;
    private final OncePerDay oncePerDay;
    private final Composing composing;
    private final TransactionTemplate transaction;

    Gathering(
            Outbox outbox,
            Clock clock,
            AlertsToTell alerts,
            PartnershipsToTell partnerships,
            Channels channels,
            BusinessCalendar calendar,
            OncePerDay oncePerDay,
            Composing composing,
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

    void gather(Channel channel) {
        var now = clock.instant();
        if (channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        if (outbox.isAnyOlderThan(channel, BURST, now)) {
            transaction.executeWithoutResult(_ -> compose(channel, now));
        }
    }

    private void compose(Channel channel, Instant now) {
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
                    now.plus(Sending.WORTH_TRYING_FOR));
        }
    }

    /** All that is told of a partnership goes into one message; what was held into a digest. */
    private List<Message> calmly(
            Channel channel, List<Entry> entries, List<ToTell> toTell, Instant now) {
        var admitted = oncePerDay.admit(channel, toTell, now);
        var held =
                toTell.stream()
                        .filter(each -> !admitted.contains(each))
                        .collect(Collectors.toMap(ToTell::alertId, ToTell::occasion));
        outbox.hold(channel, held, oncePerDay.nextDay(now), now);
        if (admitted.isEmpty()) {
            return List.of();
        }
        var partnerships = admitted.stream().map(ToTell::partnershipId).distinct().count();
        return partnerships < admitted.size() || entries.stream().anyMatch(Entry::isHeld)
                ? composing.digests(channel, admitted, now)
                : composing.messages(channel, admitted, now);
    }

    private List<ToTell> toTell(List<Entry> entries) {
        Map<UUID, Occasion> occasions =
                entries.stream()
                        .collect(
                                Collectors.toMap(
                                        Entry::alertId,
                                        Entry::occasion,
                                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        var open = alerts.stillOpen(occasions.keySet());
        var about =
                partnerships.of(open.stream().map(AlertToTell::partnershipId).distinct().toList());
        return open.stream()
                .map(
                        alert ->
                                new ToTell(
                                        alert,
                                        Objects.requireNonNull(occasions.get(alert.alertId())),
                                        about.get(alert.partnershipId())))
                .toList();
    }
}
