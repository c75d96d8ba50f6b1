package dev.headway.projections.chat.channels;

import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatProperties.Target;
import dev.headway.projections.chat.webhooks.SigningSecret;
import dev.headway.projections.chat.webhooks.WebhookTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The configured channels, by name; without a name of their own, by kind and number. */
@Component
public class ChatChannels {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /** A tenth more than a channel asks for, since clocks and networks differ. */
    private static final double PACE_MARGIN = 1.1;

    private final Map<String, ChatChannel> byName = new LinkedHashMap<>();
    private final Optional<ChatChannel> escalation;

    public ChatChannels(ChatProperties properties) {
        for (var target : properties.channels()) {
            var channel = channel(target, byName.size() + 1);
            requirePermitted(channel, properties);
            if (byName.put(channel.name(), channel) != null) {
                throw new IllegalArgumentException(
                        "Two chat channels are called " + channel.name());
            }
        }
        var name = properties.escalationChannel();
        escalation = Optional.ofNullable(name).map(byName::get);
        if (name != null && escalation.isEmpty()) {
            throw new IllegalArgumentException(
                    "No chat channel is called as the escalation channel: " + name);
        }
    }

    public List<ChatChannel> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * Whether a channel is told of an alert: as its route has it, but for escalations. They go to
     * the escalation channel, whatever its route, and nowhere else; without one, along the routes.
     */
    public boolean accepts(ChatChannel channel, Notification notification) {
        return notification.occasion() == Occasion.ESCALATED && escalation.isPresent()
                ? escalation.get().equals(channel)
                : channel.route().accepts(notification);
    }

    /** What would never be delivered is said at the start, and not to each message. */
    private static void requirePermitted(ChatChannel channel, ChatProperties properties) {
        try {
            channel.target()
                    .requirePermitted(properties.allowInsecureTargets(), properties.ports());
        } catch (IllegalArgumentException why) {
            throw new IllegalArgumentException(
                    "The chat channel %s has a URL that is never spoken to; %s"
                            .formatted(channel.name(), why.getMessage()));
        }
    }

    private static ChatChannel channel(Target target, int number) {
        var name = target.name() == null ? target.kind().inWords() + "-" + number : target.name();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A chat channel is called by letters, digits, dots and dashes: " + name);
        }
        return new ChatChannel(
                name,
                target.kind(),
                new WebhookTarget(
                        target.url().strip(),
                        target.secrets().stream().map(SigningSecret::of).toList()),
                target.route(),
                target.oncePerPartnershipAndDay(),
                target.businessHoursOnly(),
                Duration.ofMillis(Math.round(1_000 * PACE_MARGIN / target.perSecond())),
                target.weekly());
    }
}
