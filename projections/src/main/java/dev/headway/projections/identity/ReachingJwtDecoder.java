package dev.headway.projections.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Tells a bad token from an identity provider that cannot be asked for its keys: the one is for the
 * caller to mend, the other passes.
 */
final class ReachingJwtDecoder implements JwtDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ReachingJwtDecoder.class);

    private final JwtDecoder verifying;

    ReachingJwtDecoder(JwtDecoder verifying) {
        this.verifying = verifying;
    }

    /**
     * @throws BadJwtException when the token is not valid
     * @throws IssuerUnreachableException when nobody can tell
     */
    @Override
    public Jwt decode(String token) {
        try {
            return verifying.decode(token);
        } catch (BadJwtException invalid) {
            throw invalid;
        } catch (JwtException | JwtDecoderInitializationException unreachable) {
            LOG.warn("The identity provider cannot be reached: {}", unreachable.getMessage());
            throw new IssuerUnreachableException(unreachable);
        }
    }
}
