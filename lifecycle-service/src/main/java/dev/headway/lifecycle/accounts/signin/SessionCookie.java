package dev.headway.lifecycle.accounts.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.Secret;
import dev.headway.projections.home.SecretGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * A session in a cookie, signed, so that no node keeps it and every node knows it. Only the
 * authorization endpoint gets it, no script does, and no other site's form brings it along.
 */
@Component
public class SessionCookie {

    private static final String NAME = "headway-session";
    private static final String PATH = "/oauth2/authorize";
    private static final Duration LIFE = Duration.ofHours(12);

    private final SecretKeySpec key;
    private final Clock clock;

    SessionCookie(@Value("${headway.home}") Path home, SecretGenerator secrets, Clock clock) {
        var secret = OwnerOnlyFolder.at(home.resolve("accounts")).secret("session.key", secrets);
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * The session of somebody who has just shown who they are.
     *
     * @param query what they signed in for; empty for nothing in particular
     */
    String begin(String personId, String query, boolean secure) {
        return issue(new SignInSession(personId, clock.instant(), Secret.hash(query)), secure);
    }

    private String issue(SignInSession session, boolean secure) {
        var content =
                String.join(
                        "|",
                        session.personId(),
                        Long.toString(session.signedInAt().toEpochMilli()),
                        session.boundTo());
        return cookie(encoded(content.getBytes(UTF_8)) + "." + signature(content), secure, LIFE);
    }

    String removed(boolean secure) {
        return cookie("", secure, Duration.ZERO);
    }

    /** Who signed in at the browser that asks; whether they still may is for the events to say. */
    public Optional<SignInSession> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : verified(cookie.getValue());
    }

    private Optional<SignInSession> verified(String value) {
        var parts = value.split("\\.", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            var content = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
            var genuine =
                    MessageDigest.isEqual(
                            signature(content).getBytes(UTF_8), parts[1].getBytes(UTF_8));
            return genuine ? unexpired(content.split("\\|", -1)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<SignInSession> unexpired(String[] fields) {
        var signedInAt = Instant.ofEpochMilli(Long.parseLong(fields[1]));
        return clock.instant().isBefore(signedInAt.plus(LIFE))
                ? Optional.of(new SignInSession(fields[0], signedInAt, fields[2]))
                : Optional.empty();
    }

    private static String cookie(String value, boolean secure, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Lax") // a tool's browser comes from nowhere
                .secure(secure)
                .path(PATH)
                .maxAge(life)
                .build()
                .toString();
    }

    private String signature(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return encoded(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
