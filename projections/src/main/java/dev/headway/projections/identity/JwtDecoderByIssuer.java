package dev.headway.projections.identity;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Gives a token to the decoder of the issuer that it names, which checks that and everything else;
 * whoever is not named here falls to the first one's.
 */
final class JwtDecoderByIssuer implements JwtDecoder {

    private final JwtDecoder first;
    private final Map<String, JwtDecoder> others;

    /**
     * @param others by issuer, as tokens have it
     */
    JwtDecoderByIssuer(JwtDecoder first, Map<String, JwtDecoder> others) {
        this.first = first;
        this.others = Map.copyOf(others);
    }

    @Override
    public Jwt decode(String token) {
        var issuer = others.isEmpty() ? null : issuer(token);
        return issuer == null
                ? first.decode(token)
                : others.getOrDefault(issuer, first).decode(token);
    }

    /** Not verified; null where the token cannot be read, which its decoder will say. */
    private static @Nullable String issuer(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException | RuntimeException _) {
            return null;
        }
    }
}
