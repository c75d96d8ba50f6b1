package dev.headway.lifecycle.people.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.headway.lifecycle.people.tokens.AccessTokenSecrets.Stored;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.identity.BearerTokens;
import dev.headway.projections.people.AccessTokens.AccessToken;
import dev.headway.projections.people.KnownPeople;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Knows scripts by the tokens that people made for them. Looked up anew each second, so that a
 * token that was revoked on one node is refused on all of them within two.
 */
@Component
class AccessTokenBearers implements BearerTokens {

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(1);
    private static final int MAX_TOKENS = 10_000;

    private final AccessTokenSecrets secrets;
    private final KnownPeople people;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final LoadingCache<String, Optional<Known>> known =
            Caffeine.newBuilder()
                    .maximumSize(MAX_TOKENS)
                    .expireAfterWrite(TIME_TO_LIVE)
                    .build(this::known);

    /** Those whose use was noted a moment ago. */
    private final Cache<String, Boolean> noted =
            Caffeine.newBuilder()
                    .maximumSize(MAX_TOKENS)
                    .expireAfterWrite(AccessTokenSecrets.USE_NOTED_AFTER)
                    .build();

    /** People come late: what lets requests in is put together before them. */
    AccessTokenBearers(
            AccessTokenSecrets secrets,
            @Lazy KnownPeople people,
            BusinessCalendar calendar,
            Clock clock) {
        this.secrets = secrets;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Known(Stored stored, AccessToken token) {}

    @Override
    public boolean isOurs(String token) {
        return AccessTokenSecret.isOne(token);
    }

    @Override
    public Optional<Bearer> find(String token) {
        return AccessTokenSecret.parse(token)
                .flatMap(
                        secret ->
                                known.get(secret.tokenId())
                                        .filter(it -> isProved(secret, it.stored()))
                                        .filter(
                                                it ->
                                                        !it.token()
                                                                .isExpired(
                                                                        clock.instant(),
                                                                        calendar.zone())))
                .map(this::used);
    }

    private static boolean isProved(AccessTokenSecret secret, Stored stored) {
        return MessageDigest.isEqual(secret.hash(), stored.hash());
    }

    private Bearer used(Known known) {
        noteUse(known.token().id());
        return new Bearer(
                known.stored().personId(),
                known.token().id(),
                known.token().roles(),
                known.token().createdAt());
    }

    private void noteUse(String tokenId) {
        if (noted.asMap().putIfAbsent(tokenId, true) == null) {
            secrets.noteUse(tokenId);
        }
    }

    private Optional<Known> known(String tokenId) {
        return secrets.find(tokenId)
                .flatMap(
                        stored ->
                                people.tokensOf(stored.personId())
                                        .find(tokenId)
                                        .map(token -> new Known(stored, token)));
    }
}
