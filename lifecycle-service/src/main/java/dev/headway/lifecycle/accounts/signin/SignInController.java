package dev.headway.lifecycle.accounts.signin;

import dev.headway.lifecycle.accounts.managing.Passwords;
import dev.headway.lifecycle.accounts.managing.Passwords.Checked;
import dev.headway.projections.http.Problem;
import dev.headway.projections.identity.NoExternalIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * People sign in, with mail address and password. The authorization endpoint sends them here with
 * its own query, and they go back there with a session.
 */
@RestController
@Conditional(NoExternalIssuer.class)
class SignInController {

    private static final String WRONG =
            "This mail address and this password do not go together, or the account is closed.";

    private final AccountPages pages;
    private final Passwords passwords;
    private final AddressLimit addresses;
    private final SessionCookie sessions;

    SignInController(
            AccountPages pages,
            Passwords passwords,
            AddressLimit addresses,
            SessionCookie sessions) {
        this.pages = pages;
        this.passwords = passwords;
        this.addresses = addresses;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
        return form(HttpStatus.OK, csrf, request.getQueryString(), "", "");
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            CsrfToken csrf) {
        var address = request.getRemoteAddr();
        var wait = addresses.wait(address);
        var checked =
                wait.isPositive()
                        ? new Checked.Waits(wait)
                        : passwords.signIn(email, password, address);
        return switch (checked) {
            case Checked.Right right -> signedIn(right.personId(), query, request);
            case Checked.Waits waits -> form(csrf, query, email, waits.rest());
            case Checked.Wrong _ -> {
                addresses.failed(address);
                yield form(HttpStatus.FORBIDDEN, csrf, query, email, WRONG);
            }
        };
    }

    private ResponseEntity<String> signedIn(
            String personId, String query, HttpServletRequest request) {
        var cookie = sessions.begin(personId, query, request.isSecure());
        if (query.isBlank()) {
            return pages.signedIn("Signed in", "You can close this page.", cookie);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .location(backTo(query))
                .build();
    }

    /**
     * Always the authorization endpoint of this Headway, whatever the query says.
     *
     * @throws Problem 400 when it is none
     */
    private static URI backTo(String query) {
        try {
            return URI.create("/oauth2/authorize?" + query);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("This is no query of an application");
        }
    }

    private ResponseEntity<String> form(CsrfToken csrf, String query, String email, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        var page =
                form(
                        HttpStatus.TOO_MANY_REQUESTS,
                        csrf,
                        query,
                        email,
                        "Too many wrong passwords. Try again in %d s.".formatted(seconds));
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(page.getBody());
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            CsrfToken csrf,
            @Nullable String query,
            String email,
            String problem) {
        return pages.form(
                status,
                "sign-in",
                csrf,
                Map.of("query", query == null ? "" : query, "email", email, "problem", problem));
    }
}
