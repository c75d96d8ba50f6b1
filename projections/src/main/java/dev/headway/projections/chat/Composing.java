package dev.headway.projections.chat;

import dev.headway.projections.chat.ChatProperties.Kind;
import dev.headway.projections.chat.Template.Detail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes messages of alerts: one each for a few, a digest for more than that. A digest that is too
 * long says less of each alert; only then does it become two.
 */
@Component
class Composing {

    private static final int A_FEW = 5;
    private static final int LARGEST_PAYLOAD = 28 * 1024;

    private final Map<Kind, Template> templates = new EnumMap<>(Kind.class);
    private final NextSteps nextSteps;
    private final String publicUrl;

    Composing(
            List<Template> templates,
            NextSteps nextSteps,
            @Value("${headway.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        templates.forEach(template -> this.templates.put(template.kind(), template));
        this.nextSteps = nextSteps;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * One message.
     *
     * @param deliveryId stays the same however often it is sent
     */
    record Message(UUID deliveryId, List<UUID> alerts, String payload) {}

    List<Message> messages(Channel channel, List<AlertToTell> alerts, Instant now) {
        var template = templates.get(channel.kind());
        if (template == null) {
            throw new IllegalStateException("No template for " + channel.kind());
        }
        var told = told(alerts, now);
        return told.size() <= A_FEW
                ? told.stream().map(each -> single(template, channel, each, now)).toList()
                : digests(template, channel, told, now).toList();
    }

    private List<Told> told(List<AlertToTell> alerts, Instant now) {
        var steps = nextSteps.of(alerts.stream().map(AlertToTell::partnershipId).toList());
        return alerts.stream()
                .map(each -> Told.at(now, each, steps.get(each.partnershipId()), publicUrl))
                .toList();
    }

    private static Message single(Template template, Channel channel, Told told, Instant now) {
        var deliveryId = deliveryId(channel, List.of(told), now);
        return message(deliveryId, List.of(told), template.alert(deliveryId.toString(), told));
    }

    private static Stream<Message> digests(
            Template template, Channel channel, List<Told> told, Instant now) {
        var deliveryId = deliveryId(channel, told, now);
        for (var detail : Detail.values()) {
            var payload = template.digest(deliveryId.toString(), told, detail);
            if (payload.getBytes(StandardCharsets.UTF_8).length <= LARGEST_PAYLOAD) {
                return Stream.of(message(deliveryId, told, payload));
            }
        }
        var half = told.size() / 2;
        return Stream.of(told.subList(0, half), told.subList(half, told.size()))
                .flatMap(part -> digests(template, channel, part, now));
    }

    private static Message message(UUID deliveryId, List<Told> told, String payload) {
        return new Message(
                deliveryId, told.stream().map(each -> each.alert().alertId()).toList(), payload);
    }

    /** Nobody composes the same alerts for the same channel twice at the same instant. */
    private static UUID deliveryId(Channel channel, List<Told> told, Instant now) {
        var first =
                told.stream().map(each -> each.alert().alertId()).min(Comparator.naturalOrder());
        var name = channel.name() + "/" + now + "/" + told.size() + "/" + first.orElseThrow();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
