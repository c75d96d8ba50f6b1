package dev.headway.lifecycle.accounts.signin;

import dev.headway.lifecycle.accounts.managing.OneTimeLinks;
import dev.headway.lifecycle.accounts.managing.OneTimeLinks.Used;
import dev.headway.projections.identity.NoExternalIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where one-time links lead to. The page is the same for every link there is or is not; its script
 * puts into the form what stands behind the {@code #}, and only the form spends it.
 */
@RestController
@Conditional(NoExternalIssuer.class)
class LinkController {

    private final AccountPages pages;
    private final OneTimeLinks links;
    private final AddressLimit addresses;
    private final SessionCookie sessions;

    LinkController(
            AccountPages pages,
            OneTimeLinks links,
            AddressLimit addresses,
            SessionCookie sessions) {
        this.pages = pages;
        this.links = links;
        this.addresses = addresses;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in/link")
    ResponseEntity<String> page(CsrfToken csrf) {
        return pages.form(HttpStatus.OK, "link", csrf, Map.of());
    }

    @PostMapping("/sign-in/link")
    ResponseEntity<String> choose(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            CsrfToken csrf) {
        return answer(request, "link", csrf, Map.of(), () -> links.choosePassword(link, password));
    }

    @GetMapping("/sign-in/first")
    ResponseEntity<String> firstPage(CsrfToken csrf) {
        return pages.form(HttpStatus.OK, "first", csrf, Map.of());
    }

    @PostMapping("/sign-in/first")
    ResponseEntity<String> becomeFirst(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            CsrfToken csrf) {
        return answer(
                request,
                "first",
                csrf,
                Map.of("name", name, "email", email),
                () -> links.becomeFirst(link, name, email, password));
    }

    private interface Use {
        Used tried();
    }

    private ResponseEntity<String> answer(
            HttpServletRequest request,
            String template,
            CsrfToken csrf,
            Map<String, String> typed,
            Use use) {
        var address = request.getRemoteAddr();
        if (addresses.wait(address).isPositive()) {
            return pages.message(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Not now",
                    "Too many links were wrong. Try later.");
        }
        return switch (use.tried()) {
            case Used.Done done ->
                    pages.signedIn(
                            "Your password is set",
                            "You are signed in. From now on you sign in with your mail address and"
                                    + " this password.",
                            sessions.begin(done.personId(), "", request.isSecure()));
            case Used.Unusable unusable -> {
                var values = new HashMap<>(typed);
                values.put("problem", unusable.why());
                yield pages.form(HttpStatus.BAD_REQUEST, template, csrf, values);
            }
            case Used.Gone _ -> {
                addresses.failed(address);
                yield pages.message(
                        HttpStatus.GONE,
                        "This link is good no more",
                        "It was used, replaced or has expired. Whoever gave it to you can give you"
                                + " another one.");
            }
        };
    }
}
