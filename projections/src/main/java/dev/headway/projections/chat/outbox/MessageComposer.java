package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.AlertDetails;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.PartnershipDetails;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.Message;
import dev.headway.projections.chat.rendering.AlertContent;
import dev.headway.projections.chat.rendering.AlertContent.EventReference;
import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.rendering.PayloadRenderer;
import dev.headway.projections.chat.rendering.PluralPhrase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes messages of alerts: one each for up to five, unless the channel's pace says otherwise; a
 * digest for more than that. A digest that is too long says each partnership only once; if that is
 * too long as well, people are told how many and the worst, and a webhook gets as many as it takes.
 */
@Component
public class MessageComposer {

    static final int MAX_SINGLE = 5;

    /** Of more than these not even the briefest words fit into a message. */
    private static final int MAX_FULL = 1_000;

    private final PayloadRenderer renderer;

    public MessageComposer(PayloadRenderer renderer) {
        this.renderer = renderer;
    }

    /** A few are told one by one. */
    List<Message> messages(ChatChannel channel, List<Notification> alerts, Instant now) {
        return alerts.size() <= MAX_SINGLE
                ? alerts.stream().map(each -> single(channel, each, now)).toList()
                : digests(channel, alerts, now);
    }

    /** One message however few they are; more than one only when they do not fit. */
    List<Message> digests(ChatChannel channel, List<Notification> alerts, Instant now) {
        return alerts.size() <= MAX_FULL
                ? oneIfItFits(channel, alerts, now)
                        .map(List::of)
                        .orElseGet(() -> split(channel, alerts, now))
                : afterImport(channel, alerts, now);
    }

    /**
     * One message however few or many they are: what does not fit is counted. A webhook is told all
     * of it, in as few messages as it takes.
     */
    List<Message> afterImport(ChatChannel channel, List<Notification> alerts, Instant now) {
        return (alerts.size() <= MAX_FULL
                        ? oneIfItFits(channel, alerts, now)
                        : Optional.<Message>empty())
                .map(List::of)
                .orElseGet(
                        () ->
                                channel.kind() == ChannelKind.WEBHOOK
                                        ? split(channel, alerts, now)
                                        : List.of(overview(channel, alerts, now)));
    }

    private Optional<Message> oneIfItFits(
            ChatChannel channel, List<Notification> alerts, Instant now) {
        return Stream.<DigestForm>of(renderer::digest, renderer::brief)
                .map(form -> digest(channel, byPartnership(alerts), now, form))
                .filter(digest -> PayloadRenderer.fits(channel.kind(), digest.payload()))
                .findFirst();
    }

    private List<Message> split(ChatChannel channel, List<Notification> alerts, Instant now) {
        return new PayloadSplitter<Notification>(
                        channel.kind(), part -> digest(channel, part, now, renderer::brief))
                .of(byPartnership(alerts), Notification::partnershipId);
    }

    /** How many there are, and as many of the worst as fit, each partnership once. */
    private Message overview(ChatChannel channel, List<Notification> alerts, Instant now) {
        var totals =
                alerts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> phrase(each.alert()),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        var worst =
                alerts.stream()
                        .collect(
                                Collectors.toMap(
                                        Notification::partnershipId,
                                        each -> each,
                                        (first, _) -> first,
                                        LinkedHashMap::new))
                        .values()
                        .stream()
                        .limit(MAX_FULL)
                        .map(each -> content(each, now))
                        .toList();
        var deliveryId = id(channel, now, "overview", alerts.getFirst().alertId(), alerts.size());
        var payload =
                new LargestFit<AlertContent>(
                                channel.kind(),
                                some ->
                                        renderer.overview(
                                                channel.kind(), deliveryId, now, totals, some))
                        .of(worst);
        return message(deliveryId, alerts, payload);
    }

    /** What an owner is to be told every week. */
    List<Message> weekly(
            ChatChannel channel,
            Optional<String> owner,
            List<PartnershipDetails> theirs,
            Instant now) {
        return new PayloadSplitter<PartnershipDetails>(
                        channel.kind(), part -> weeklyOf(channel, owner, part, now))
                .of(theirs, PartnershipDetails::id);
    }

    private Message weeklyOf(
            ChatChannel channel,
            Optional<String> owner,
            List<PartnershipDetails> theirs,
            Instant now) {
        var deliveryId = id(channel, now, "weekly", theirs.getFirst().id(), theirs.size());
        var partnerships = theirs.stream().map(MessageComposer::partnership).toList();
        return new Message(
                deliveryId,
                List.of(),
                List.of(),
                renderer.weekly(channel.kind(), deliveryId, now, owner.orElse(null), partnerships));
    }

    private Message single(ChatChannel channel, Notification alert, Instant now) {
        var deliveryId = id(channel, now, "alert", alert.alertId(), 1);
        var handle = alert.handles().get(channel.kind().name());
        var payload =
                renderer.alert(
                        channel.kind(), deliveryId, now, content(alert, now).mentioning(handle));
        return message(deliveryId, List.of(alert), payload);
    }

    private static Message message(UUID deliveryId, List<Notification> alerts, String payload) {
        return new Message(
                deliveryId,
                alerts.stream().map(Notification::alertId).toList(),
                alerts.stream().map(Notification::occasion).toList(),
                payload);
    }

    /** In which of two ways a digest is put. */
    private interface DigestForm {
        String payload(ChannelKind kind, UUID deliveryId, Instant now, List<AlertContent> content);
    }

    private static Message digest(
            ChatChannel channel, List<Notification> alerts, Instant now, DigestForm form) {
        var ids = alerts.stream().map(Notification::alertId).toList();
        var first = ids.stream().min(Comparator.naturalOrder()).orElseThrow();
        var deliveryId = id(channel, now, "digest", first, ids.size());
        var content = alerts.stream().map(each -> content(each, now)).toList();
        return message(deliveryId, alerts, form.payload(channel.kind(), deliveryId, now, content));
    }

    /** The partnerships in the order of their first alerts, each with all of its own. */
    private static List<Notification> byPartnership(List<Notification> alerts) {
        return alerts.stream()
                .collect(
                        Collectors.groupingBy(
                                Notification::partnershipId,
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static AlertContent content(Notification notification, Instant now) {
        var alert = notification.alert();
        var about = notification.about();
        var quietSince = alert.lastMotionAt() == null ? alert.anchorAt() : alert.lastMotionAt();
        return new AlertContent(
                alert.alertId().toString(),
                about == null
                        ? new Partnership(
                                alert.partnershipId(), alert.partnershipName(), null, List.of())
                        : partnership(about),
                alert.rule(),
                phrase(alert),
                alert.about(),
                alert.severity(),
                notification.occasion().name(),
                preface(notification.occasion(), about),
                new EventReference(alert.anchorEvent(), alert.anchorEventId(), alert.anchorAt()),
                alert.dueAt(),
                alert.raisedAt(),
                Math.max(0, Duration.between(quietSince, now).toDays()),
                alert.lastMotionEvent() == null || alert.lastMotionAt() == null
                        ? null
                        : new EventReference(alert.lastMotionEvent(), null, alert.lastMotionAt()),
                null);
    }

    private static PluralPhrase phrase(AlertDetails alert) {
        return new PluralPhrase(alert.complaint(), alert.complaintOfMany());
    }

    private static @Nullable String preface(Occasion occasion, @Nullable PartnershipDetails about) {
        return switch (occasion) {
            case RAISED -> null;
            case SNOOZE_ENDED -> "Put aside until now";
            case ESCALATED ->
                    about == null || about.escalatesTo() == null
                            ? "Escalated, nobody answered"
                            : "Escalated to " + about.escalatesTo() + ", nobody answered";
        };
    }

    private static Partnership partnership(PartnershipDetails about) {
        return new Partnership(
                about.id(),
                about.name(),
                about.stage(),
                about.next().stream()
                        .map(
                                step ->
                                        new AlertContent.Step(
                                                step.title(), step.owner(), step.dueOn()))
                        .toList());
    }

    /** Nobody composes the same for the same channel twice at the same instant. */
    private static UUID id(ChatChannel channel, Instant now, String kind, Object first, int count) {
        var name = channel.name() + "/" + now + "/" + kind + "/" + first + "/" + count;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
