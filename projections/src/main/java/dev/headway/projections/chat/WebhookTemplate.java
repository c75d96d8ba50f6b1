package dev.headway.projections.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.chat.ChatProperties.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** JSON for machines, in the words of the API. A brief digest says less of each alert. */
@Component
class WebhookTemplate implements Template {

    private static final int LONGEST_TEXT = 200;

    private final JsonMapper json =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    record Message(String type, String deliveryId, int count, List<?> alerts) {}

    record Event(@Nullable String event, @Nullable String eventId, @Nullable Instant at) {}

    record Step(String title, String owner, Instant dueOn) {}

    record Full(
            String id,
            String partnershipId,
            String partnershipName,
            String rule,
            String severity,
            Event anchor,
            Instant dueAt,
            Instant raisedAt,
            long quietDays,
            Event lastMotion,
            @Nullable Step nextStep,
            String link) {}

    record Brief(String partnershipName, String rule, long quietDays) {}

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }

    @Override
    public String alert(String deliveryId, Told told) {
        return json.writeValueAsString(
                new Message("alert.raised", deliveryId, 1, List.of(full(told))));
    }

    @Override
    public String digest(String deliveryId, List<Told> told, Detail detail) {
        var alerts = told.stream().map(each -> item(each, detail)).toList();
        return json.writeValueAsString(
                new Message("alert.digest", deliveryId, alerts.size(), alerts));
    }

    private static Object item(Told told, Detail detail) {
        return switch (detail) {
            case FULL -> full(told);
            case BRIEF -> new Brief(name(told), told.alert().rule(), told.quietDays());
        };
    }

    private static Full full(Told told) {
        var alert = told.alert();
        var step = told.nextStep();
        return new Full(
                alert.alertId().toString(),
                alert.partnershipId(),
                name(told),
                alert.rule(),
                alert.severity(),
                new Event(alert.anchorEvent(), alert.anchorEventId(), alert.anchorAt()),
                alert.dueAt(),
                alert.raisedAt(),
                told.quietDays(),
                new Event(alert.lastMotionEvent(), null, alert.lastMotionAt()),
                step == null
                        ? null
                        : new Step(
                                Harmless.plain(step.title(), LONGEST_TEXT),
                                Harmless.plain(step.owner(), LONGEST_TEXT),
                                step.dueOn()),
                told.link());
    }

    private static String name(Told told) {
        return Harmless.plain(told.alert().partnershipName(), LONGEST_TEXT);
    }
}
