package dev.headway.projections.chat.webhooks;

import dev.headway.projections.chat.webhooks.PermittedUrl.NotPermitted;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Who gets a request.
 *
 * @param url a credential; goes nowhere but into the request
 * @param secrets with which the request is signed, none for a receiver that checks no signatures
 */
public record WebhookTarget(String url, List<SigningSecret> secrets) {

    /**
     * Refuses at once what would never be spoken to. Where a name leads is known only when it is
     * asked for, by {@link FilteringDnsResolver}.
     *
     * @param allowInsecure permits http, any port, and loopback and private addresses
     * @param ports those that may be spoken to otherwise
     * @throws IllegalArgumentException that says why, and nothing of the URL
     */
    public void requirePermitted(boolean allowInsecure, Set<Integer> ports) {
        try {
            var host = PermittedUrl.of(url, allowInsecure, ports).url().getHost();
            FilteringDnsResolver.requirePermitted(host, allowInsecure);
        } catch (NotPermitted | UnknownHostException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "Addressee[hidden]";
    }
}
