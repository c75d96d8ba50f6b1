package dev.headway.lifecycle.http;

import dev.headway.contracts.Channel;
import dev.headway.contracts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call as it came in.
 *
 * @param actor the subject of the caller's token
 * @param roles what the caller may do
 * @param channel through which door it came
 * @param correlationId the id all effects of this call carry
 * @param reason why, in the caller's words, or null
 * @param repeatable what makes this call the same as another one, or null without a key
 * @param ifMatch the version the caller has seen, or null if it did not say
 */
public record Call(
        String actor,
        Set<Role> roles,
        Channel channel,
        String correlationId,
        @Nullable String reason,
        @Nullable Repeatable repeatable,
        @Nullable Long ifMatch) {

    /** The same caller on another way in, where no version of anything has been seen. */
    public Call through(Channel channel) {
        return new Call(actor, roles, channel, correlationId, reason, repeatable, null);
    }

    /** The same call, with the reason that its body gave. */
    public Call because(String reason) {
        return new Call(actor, roles, channel, correlationId, reason, repeatable, ifMatch);
    }

    boolean may(Permitted command) {
        return command.permittedTo().stream().anyMatch(roles::contains);
    }

    /** The strongest role, in capitals; empty without any. */
    String role() {
        return roles.stream().max(Role::compareTo).map(Role::name).orElse("");
    }
}
