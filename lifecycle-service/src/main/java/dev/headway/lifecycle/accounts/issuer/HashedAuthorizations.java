package dev.headway.lifecycle.accounts.issuer;

import dev.headway.lifecycle.accounts.issuer.SignInTable.StoredSignIn;
import dev.headway.projections.home.Secret;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the issuer remembers of sign-ins: codes and refresh tokens by their hashes, each good once.
 * One that is presented a second time was stolen before or after, and nobody can tell which, so its
 * whole family ends. Access tokens prove themselves, and are not remembered.
 */
@Component
class HashedAuthorizations implements OAuth2AuthorizationService {

    private static final Logger LOG = LoggerFactory.getLogger(HashedAuthorizations.class);

    private final SignInTable table;
    private final SignIns signIns;
    private final TransactionOperations transactions;
    private final Clock clock;

    HashedAuthorizations(
            SignInTable table, SignIns signIns, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.signIns = signIns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Called with the tokens that are about to be sent: they are, if what they were asked for with
     * could be used up, and whoever it is for still may.
     *
     * @throws OAuth2AuthenticationException when not
     */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization
                .getAuthorizationGrantType()
                .equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            return;
        }
        var signIn = RebuiltAuthorization.signIn(authorization);
        var presented = RebuiltAuthorization.presentedHash(authorization);
        var next = authorization.getRefreshToken();
        if (next != null && next.isInvalidated()) { // revoked
            table.delete(signIn.id());
            return;
        }
        var rotated =
                transactions.execute(
                        _ ->
                                table.use(presented)
                                        && keep(signIn, next == null ? null : next.getToken()));
        if (!Boolean.TRUE.equals(rotated)
                || !signIns.isGood(signIn.personId(), signIn.signedInAt())) {
            table.delete(signIn.id());
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private boolean keep(StoredSignIn signIn, @Nullable OAuth2RefreshToken next) {
        if (next != null && next.getExpiresAt() != null) {
            var hash = Secret.hash(next.getTokenValue());
            table.insertRefreshToken(signIn.id(), hash, clock.instant(), next.getExpiresAt());
        }
        return true;
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        table.delete(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(
            String presented, @Nullable OAuth2TokenType type) {
        var hash = Secret.hash(presented);
        var now = clock.instant();
        var code = isOr(type, "code") ? table.ofCode(hash, now) : Optional.<StoredSignIn>empty();
        if (code.isPresent()) {
            return unlessUsed(code.get())
                    .map(signIn -> RebuiltAuthorization.ofCode(signIn, presented))
                    .orElse(null);
        }
        return isOr(type, OAuth2TokenType.REFRESH_TOKEN.getValue())
                ? table.ofRefreshToken(hash, now)
                        .flatMap(this::unlessUsed)
                        .map(signIn -> RebuiltAuthorization.ofRefreshToken(signIn, presented))
                        .orElse(null)
                : null;
    }

    private static boolean isOr(@Nullable OAuth2TokenType type, String value) {
        return type == null || type.getValue().equals(value);
    }

    private Optional<StoredSignIn> unlessUsed(StoredSignIn signIn) {
        if (signIn.used()) {
            LOG.warn(
                    "A token of {} at {} came a second time: the sign-in is ended",
                    signIn.personId(),
                    signIn.client());
            table.delete(signIn.id());
            return Optional.empty();
        }
        return signIns.isGood(signIn.personId(), signIn.signedInAt())
                ? Optional.of(signIn)
                : Optional.empty();
    }
}
