package dev.headway.lifecycle.webhooks.managing;

import dev.headway.lifecycle.webhooks.stored.Target;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.chat.webhooks.WebhookTarget;
import dev.headway.projections.http.Problem;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Where addresses are found fit, and are kept with a secret of their own. */
@Component
class NewTarget {

    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private final TargetTable targets;
    private final ChatProperties chat;
    private final IdGenerator ids;
    private final SecureRandom random;
    private final Clock clock;

    NewTarget(
            TargetTable targets,
            ChatProperties chat,
            IdGenerator ids,
            SecureRandom secrets,
            Clock clock) {
        this.targets = targets;
        this.chat = chat;
        this.ids = ids;
        this.random = secrets;
        this.clock = clock;
    }

    /** One that was just made: shown once, and from then on kept sealed. */
    record Made(String targetId, Target target) {}

    /** Keeps an address under a new id, with a new secret, before any event names it. */
    Made make(String webhookId, String url) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var target = new Target(url, PREFIX + Base64.getEncoder().encodeToString(bytes));
        var targetId = ids.generateId().toString();
        targets.store(targetId, webhookId, target, clock.instant());
        return new Made(targetId, target);
    }

    /**
     * What of an address may be told: scheme, host and port.
     *
     * @throws Problem 400 when nothing may be sent there
     */
    String sentTo(String url) {
        try {
            new WebhookTarget(url, List.of())
                    .requirePermitted(chat.allowInsecureTargets(), chat.ports());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("/url", String.valueOf(e.getMessage()))));
        }
        var address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
