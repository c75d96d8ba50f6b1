package dev.headway.lifecycle.accounts.issuer;

import dev.headway.lifecycle.accounts.signin.SessionCookie;
import dev.headway.lifecycle.accounts.signin.SignInSession;
import dev.headway.projections.home.Secret;
import dev.headway.projections.http.Problem;
import dev.headway.projections.identity.NoExternalIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The authorization endpoint: whoever has signed in goes back to the application with a code,
 * whoever has not goes to the sign-in first.
 */
@RestController
@Conditional(NoExternalIssuer.class)
class AuthorizeController {

    private final Applications applications;
    private final SessionCookie sessions;
    private final SignIns signIns;
    private final String issuer;

    AuthorizeController(
            Applications applications,
            SessionCookie sessions,
            SignIns signIns,
            @Value("${headway.identity.issuer}") String issuer) {
        this.applications = applications;
        this.sessions = sessions;
        this.signIns = signIns;
        this.issuer = issuer;
    }

    /**
     * @throws Problem 400 when nobody knows the application, or not at this address
     */
    @GetMapping("/oauth2/authorize")
    ResponseEntity<Void> authorize(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var query =
                AuthorizationQuery.of(parameters, applications)
                        .orElseThrow(
                                () ->
                                        Problem.badRequest(
                                                "There is no such application at this address"));
        if (query.error() != null) {
            return back(query, "error", query.error());
        }
        var asked = Optional.ofNullable(request.getQueryString()).orElse("");
        var session = sessions.read(request).filter(it -> isGood(it, query, asked));
        if (session.isPresent()) {
            var code = signIns.begin(query, session.get().personId(), session.get().signedInAt());
            return back(query, "code", code.value());
        }
        return query.prompt().equals("none")
                ? back(query, "error", "login_required")
                : found(signIn(asked));
    }

    private static URI signIn(String asked) {
        try {
            return URI.create("/sign-in?" + asked);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("The query is malformed");
        }
    }

    private boolean isGood(SignInSession session, AuthorizationQuery query, String asked) {
        return (query.takesSession() || session.boundTo().equals(Secret.hash(asked)))
                && signIns.isGood(session.personId(), session.signedInAt());
    }

    private ResponseEntity<Void> back(AuthorizationQuery query, String name, String value) {
        var answer = new LinkedHashMap<String, @Nullable String>();
        answer.put(name, value);
        answer.put("state", query.state());
        answer.put("iss", issuer);
        var uri = UriComponentsBuilder.fromUriString(query.redirectUri());
        answer.forEach(
                (each, text) -> {
                    if (text != null) {
                        uri.queryParam(each, UriUtils.encode(text, "UTF-8"));
                    }
                });
        return found(uri.build(true).toUri());
    }

    private static ResponseEntity<Void> found(URI location) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(location)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
