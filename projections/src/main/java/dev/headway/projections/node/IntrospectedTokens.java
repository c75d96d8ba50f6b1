package dev.headway.projections.node;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.BearerTokens;
import dev.headway.projections.node.LifecycleNodes.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that people made for scripts. What proves one is kept where it was made, so those nodes
 * are asked whose it is, and again after a second: what was revoked is refused here within two.
 */
final class IntrospectedTokens implements BearerTokens {

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(1);
    private static final int MAX_TOKENS = 10_000;
    private static final String OF_SCRIPTS = "hwy_";
    private static final String THROUGH = "token/";

    private final LoadingCache<String, Optional<Bearer>> known;

    IntrospectedTokens(LifecycleNodes nodes, Clock clock) {
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MAX_TOKENS)
                        .expireAfterWrite(TIME_TO_LIVE)
                        .build(token -> asked(nodes, clock, token));
    }

    @Override
    public boolean isOurs(String token) {
        return token.startsWith(OF_SCRIPTS);
    }

    @Override
    public Optional<Bearer> find(String token) {
        return known.get(token);
    }

    /** As good as one that was made before it was asked about: whoever answered has looked. */
    private static Optional<Bearer> asked(LifecycleNodes nodes, Clock clock, String token) {
        var before = clock.instant();
        return nodes.whoIs(token).flatMap(caller -> bearer(caller, before));
    }

    private static Optional<Bearer> bearer(Caller caller, Instant asked) {
        return tokenId(caller.through())
                .map(
                        id ->
                                new Bearer(
                                        caller.id(),
                                        id,
                                        caller.roles().stream().map(Role::valueOf).toList(),
                                        asked));
    }

    private static Optional<String> tokenId(@Nullable String through) {
        return through != null && through.startsWith(THROUGH)
                ? Optional.of(through.substring(THROUGH.length()))
                : Optional.empty();
    }
}
