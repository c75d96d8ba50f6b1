package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertDetails;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.PartnershipDetails;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.chat.PersonSource;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** So many alerts that a message can only say how many, or has room for nothing else. */
    private static final int MANY = 5_000;

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Clock clock;
    private final AlertSource alerts;
    private final PartnershipSource partnerships;
    private final PersonSource people;
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
            PersonSource people,
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
        this.people = people;
        this.channels = channels;
        this.calendar = calendar;
        this.oncePerDay = oncePerDay;
        this.composer = composer;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void gather(ChatChannel channel) {
        var now = clock.instant();
        if (channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            transaction.executeWithoutResult(_ -> takeBack(channel, now));
        } else if (outbox.isAnyOlderThan(channel, GATHERING_WINDOW, now)) {
            transaction.executeWithoutResult(_ -> compose(channel, now));
        }
    }

    private void compose(ChatChannel channel, Instant now) {
        if (alerts.isMutedAt(now) || !outbox.tryLock(channel)) {
            return;
        }
        if (outbox.isAnyAfterImport(channel) && !channel.oncePerPartnershipAndDay()) {
            takeBack(channel, now);
        }
        var entries = outbox.drain(channel, now);
        var notifications = notifications(channel, entries);
        if (!notifications.isEmpty()) {
            deliveries.store(channel, messages(channel, entries, notifications, now), now);
        }
    }

    /** What waits is composed anew when it can be sent: it may be over by then, or told at once. */
    private void takeBack(ChatChannel channel, Instant now) {
        deliveries.takeBack(channel).forEach(message -> outbox.putBack(channel, message, now));
    }

    /** What is told now is told once, and what must wait for another day waits. */
    private List<Message> messages(
            ChatChannel channel,
            List<OutboxEntry> entries,
            List<Notification> notifications,
            Instant now) {
        var told =
                channel.oncePerPartnershipAndDay()
                        ? oncePerDay.admit(channel, notifications, now)
                        : notifications;
        outbox.discard(channel, told.stream().map(Notification::alertId).toList());
        if (told.size() < notifications.size()) {
            hold(channel, notifications, Set.copyOf(told), now);
        }
        if (told.isEmpty()) {
            return List.of();
        }
        if (entries.stream().anyMatch(OutboxEntry::isAfterImport)) {
            return composer.afterImport(channel, told, now);
        }
        var isOneMessage =
                entries.stream().anyMatch(OutboxEntry::isHeld)
                        || channel.oncePerPartnershipAndDay() && isAnyTwice(told);
        return isOneMessage
                ? composer.digests(channel, told, now)
                : composer.messages(channel, calling(told), now);
    }

    private void hold(
            ChatChannel channel,
            List<Notification> notifications,
            Set<Notification> told,
            Instant now) {
        var held =
                notifications.stream()
                        .filter(each -> !told.contains(each))
                        .collect(Collectors.toMap(Notification::alertId, Notification::occasion));
        outbox.hold(channel, held, oncePerDay.nextDay(now), now);
    }

    private static boolean isAnyTwice(List<Notification> told) {
        return told.stream().map(Notification::partnershipId).distinct().count() < told.size();
    }

    /** Those that are still open, and that the channel accepts. */
    private List<Notification> notifications(ChatChannel channel, List<OutboxEntry> entries) {
        Map<UUID, Occasion> occasions =
                entries.stream()
                        .collect(
                                Collectors.toMap(
                                        OutboxEntry::alertId,
                                        OutboxEntry::occasion,
                                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        var open = alerts.stillOpen(occasions.keySet());
        var about = about(channel, open);
        return open.stream()
                .map(
                        alert ->
                                new Notification(
                                        alert,
                                        Objects.requireNonNull(occasions.get(alert.alertId())),
                                        about.get(alert.partnershipId()),
                                        Map.of()))
                .filter(each -> channels.accepts(channel, each))
                .toList();
    }

    /** Each with what its owner is called; only where few enough are told to be told one by one. */
    private List<Notification> calling(List<Notification> told) {
        if (told.size() > MessageComposer.MAX_SINGLE) {
            return told;
        }
        var handles =
                people.handlesOf(
                        told.stream()
                                .flatMap(each -> Stream.ofNullable(each.ownerId()))
                                .distinct()
                                .toList());
        return told.stream()
                .map(
                        each ->
                                each.ownerId() instanceof String owner
                                        ? each.calling(handles.getOrDefault(owner, Map.of()))
                                        : each)
                .toList();
    }

    /** Of very many nobody reads the next steps; what routes ask for is asked of each. */
    private Map<String, PartnershipDetails> about(ChatChannel channel, List<AlertDetails> open) {
        return open.size() > MANY && !channel.route().asksOfPartnerships()
                ? Map.of()
                : partnerships.of(
                        open.stream().map(AlertDetails::partnershipId).distinct().toList());
    }
}
