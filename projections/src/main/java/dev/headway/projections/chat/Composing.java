package dev.headway.projections.chat;

import dev.headway.projections.chat.wording.Complaint;
import dev.headway.projections.chat.wording.Kind;
import dev.headway.projections.chat.wording.Told;
import dev.headway.projections.chat.wording.Told.Happened;
import dev.headway.projections.chat.wording.Told.Partnership;
import dev.headway.projections.chat.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes messages of alerts: one each for a few, a digest for more than that. A digest that is too
 * long says each partnership only once; only then does it become as many as are needed.
 */
@Component
class Composing {

    private static final int A_FEW = 5;

    private final Wording wording;

    Composing(Wording wording) {
        this.wording = wording;
    }

    /**
     * One message.
     *
     * @param deliveryId stays the same however often it is sent
     * @param alerts those it tells of, none for a weekly digest
     */
    record Message(UUID deliveryId, List<UUID> alerts, String payload) {}

    /** A few are told one by one. */
    List<Message> messages(Channel channel, List<ToTell> alerts, Instant now) {
        return alerts.size() <= A_FEW
                ? alerts.stream().map(each -> single(channel, each, now)).toList()
                : digests(channel, alerts, now);
    }

    /** One message however few they are; more than one only when they do not fit. */
    List<Message> digests(Channel channel, List<ToTell> alerts, Instant now) {
        var full = digest(channel, alerts, now, wording::digest);
        return Wording.fits(channel.kind(), full.payload())
                ? List.of(full)
                : new Portions<ToTell>(
                                channel.kind(), part -> digest(channel, part, now, wording::brief))
                        .of(byPartnership(alerts), ToTell::partnershipId);
    }

    /** What an owner is to be told every week. */
    List<Message> weekly(
            Channel channel, Optional<String> owner, List<PartnershipToTell> theirs, Instant now) {
        return new Portions<PartnershipToTell>(
                        channel.kind(), part -> weeklyOf(channel, owner, part, now))
                .of(theirs, PartnershipToTell::id);
    }

    private Message weeklyOf(
            Channel channel, Optional<String> owner, List<PartnershipToTell> theirs, Instant now) {
        var deliveryId = id(channel, now, "weekly", theirs.getFirst().id(), theirs.size());
        var partnerships = theirs.stream().map(Composing::partnership).toList();
        return new Message(
                deliveryId,
                List.of(),
                wording.weekly(channel.kind(), deliveryId, now, owner.orElse(null), partnerships));
    }

    private Message single(Channel channel, ToTell alert, Instant now) {
        var deliveryId = id(channel, now, "alert", alert.alertId(), 1);
        var payload = wording.alert(channel.kind(), deliveryId, now, told(alert, now));
        return new Message(deliveryId, List.of(alert.alertId()), payload);
    }

    /** In which of two ways a digest is put. */
    private interface Way {
        String payload(Kind kind, UUID deliveryId, Instant now, List<Told> told);
    }

    private static Message digest(Channel channel, List<ToTell> alerts, Instant now, Way way) {
        var ids = alerts.stream().map(ToTell::alertId).toList();
        var first = ids.stream().min(Comparator.naturalOrder()).orElseThrow();
        var deliveryId = id(channel, now, "digest", first, ids.size());
        var told = alerts.stream().map(each -> told(each, now)).toList();
        return new Message(deliveryId, ids, way.payload(channel.kind(), deliveryId, now, told));
    }

    /** The partnerships in the order of their first alerts, each with all of its own. */
    private static List<ToTell> byPartnership(List<ToTell> alerts) {
        return alerts.stream()
                .collect(
                        Collectors.groupingBy(
                                ToTell::partnershipId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Told told(ToTell toTell, Instant now) {
        var alert = toTell.alert();
        var about = toTell.about();
        var quietSince = alert.lastMotionAt() == null ? alert.anchorAt() : alert.lastMotionAt();
        return new Told(
                alert.alertId().toString(),
                about == null
                        ? new Partnership(
                                alert.partnershipId(), alert.partnershipName(), null, List.of())
                        : partnership(about),
                alert.rule(),
                new Complaint(alert.complaint(), alert.complaintOfMany()),
                alert.about(),
                alert.severity(),
                toTell.occasion().name(),
                preface(toTell.occasion(), about),
                new Happened(alert.anchorEvent(), alert.anchorEventId(), alert.anchorAt()),
                alert.dueAt(),
                alert.raisedAt(),
                Math.max(0, Duration.between(quietSince, now).toDays()),
                alert.lastMotionEvent() == null || alert.lastMotionAt() == null
                        ? null
                        : new Happened(alert.lastMotionEvent(), null, alert.lastMotionAt()));
    }

    private static @Nullable String preface(Occasion occasion, @Nullable PartnershipToTell about) {
        return switch (occasion) {
            case RAISED -> null;
            case SNOOZE_ENDED -> "Put aside until now";
            case ESCALATED ->
                    about == null || about.escalatesTo() == null
                            ? "Escalated, nobody answered"
                            : "Escalated to " + about.escalatesTo() + ", nobody answered";
        };
    }

    private static Partnership partnership(PartnershipToTell about) {
        return new Partnership(
                about.id(),
                about.name(),
                about.stage(),
                about.next().stream()
                        .map(step -> new Told.Step(step.title(), step.owner(), step.dueOn()))
                        .toList());
    }

    /** Nobody composes the same for the same channel twice at the same instant. */
    private static UUID id(Channel channel, Instant now, String kind, Object first, int count) {
        var name = channel.name() + "/" + now + "/" + kind + "/" + first + "/" + count;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
