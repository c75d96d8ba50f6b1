package dev.headway.lifecycle.commands;

import dev.headway.contracts.Channel;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.Actor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command, and all that the asking brings along.
 *
 * @param actor the person it is from
 * @param roles what the caller may do
 * @param channel through which door it came
 * @param correlationId the id all effects of this request carry; the caller's, where it gave one
 * @param requestId the request itself, as Headway named it
 * @param reason why, in the caller's words, or null
 * @param idempotent what makes this request the same as another one, or null without a key
 * @param expectedVersions the versions the caller has seen, or null if it did not say
 */
public record RequestContext(
        Actor actor,
        Set<Role> roles,
        Channel channel,
        String correlationId,
        String requestId,
        @Nullable String reason,
        @Nullable IdempotentRequest idempotent,
        @Nullable ExpectedVersions expectedVersions) {

    /** Headway itself, for what follows from something else. */
    public static RequestContext headway(String correlationId) {
        return new RequestContext(
                Actor.named("headway"),
                Set.of(Role.ADMIN),
                Channel.SYSTEM,
                correlationId,
                correlationId,
                null,
                null,
                null);
    }

    /** The same caller on another way in, where no version of anything has been seen. */
    public RequestContext through(Channel channel) {
        return new RequestContext(
                actor, roles, channel, correlationId, requestId, reason, idempotent, null);
    }

    /** A part of the same request, which has answers of its own under the same key. */
    public RequestContext variant(String name) {
        return idempotent == null
                ? this
                : new RequestContext(
                        actor,
                        roles,
                        channel,
                        correlationId,
                        requestId,
                        reason,
                        idempotent.variant(name),
                        expectedVersions);
    }

    /** The same request, of which nothing may be kept to compare it with. */
    public RequestContext withoutKey() {
        return new RequestContext(
                actor, roles, channel, correlationId, requestId, reason, null, expectedVersions);
    }

    /** The same request, with the reason that its body gave. */
    public RequestContext because(String reason) {
        return new RequestContext(
                actor,
                roles,
                channel,
                correlationId,
                requestId,
                reason,
                idempotent,
                expectedVersions);
    }

    /**
     * Who, by which way and why: what the events of a command carry beside it.
     *
     * @param traceparent of what brings them, null where that is not traced
     */
    Map<String, Object> metaData(Command command, @Nullable String traceparent) {
        var metaData = actor.metaData();
        metaData.put("role", role());
        metaData.put("roles", roles);
        metaData.put("channel", channel.name());
        metaData.put("correlationId", correlationId);
        metaData.put("requestId", requestId);
        var why = reason == null ? command.reason() : reason;
        if (why != null && !why.isBlank()) {
            metaData.put("reason", why);
        }
        if (traceparent != null) {
            metaData.put("traceparent", traceparent);
        }
        if (expectedVersions != null) {
            metaData.put("expectedVersions", expectedVersions);
        }
        return metaData;
    }

    boolean may(Command command) {
        return command.permittedTo().stream().anyMatch(roles::contains);
    }

    /** The strongest role, in capitals; empty without any. */
    String role() {
        return roles.stream().max(Role::compareTo).map(Role::name).orElse("");
    }
}
