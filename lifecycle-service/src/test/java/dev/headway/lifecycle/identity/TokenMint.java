package dev.headway.lifecycle.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes tokens like an issuer's, right or wrong in one detail. */
record TokenMint(RSAKey key, String issuer) {

    String token(UnaryOperator<JWTClaimsSet.Builder> detail) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims(detail));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    String unsigned() {
        return new PlainJWT(claims(UnaryOperator.identity())).serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> detail) {
        return detail.apply(
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .subject("manager")
                                .audience("headway")
                                .expirationTime(in(Duration.ofMinutes(5)))
                                .claim("roles", List.of("manager")))
                .build();
    }

    static Date in(Duration duration) {
        return Date.from(Clock.systemUTC().instant().plus(duration));
    }
}
