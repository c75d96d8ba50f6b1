package dev.headway.lifecycle.accounts.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Renders the pages of the sign-in, which are plain forms. */
@Component
class AccountPages {

    /**
     * Scripts of this origin only, nothing inline, in nobody's frame. A form ends where the tool
     * that asked listens, which browsers hold against the form.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none';"
                    + " form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'";

    /** Where the console has somebody sign in, which a session answers without asking. */
    private static final String CONSOLE = "/oauth2/authorization/console?to=/board";

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** A form, with what proves that it was this page that sent it. */
    ResponseEntity<String> form(
            HttpStatus status, String template, CsrfToken csrf, Map<String, String> values) {
        var all = new HashMap<String, Object>(values);
        all.put("csrf", Map.of("name", csrf.getParameterName(), "value", csrf.getToken()));
        return page(status, template, all);
    }

    /** What happened, in a heading and a sentence. */
    ResponseEntity<String> message(HttpStatus status, String title, String text) {
        return page(status, "message", Map.of("title", title, "text", text, "go", "/"));
    }

    /**
     * The same for somebody who is signed in from now on; from here the console begins a session of
     * theirs, whoever used it at this browser before.
     *
     * @param session the cookie that says so
     */
    ResponseEntity<String> signedIn(String title, String text, String session) {
        var values = Map.of("title", title, "text", text, "go", CONSOLE);
        var page = page(HttpStatus.OK, "message", values);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.SET_COOKIE, session)
                .body(page.getBody());
    }

    private ResponseEntity<String> page(HttpStatus status, String template, Object values) {
        return ResponseEntity.status(status)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(templates.computeIfAbsent(template, AccountPages::read).execute(values));
    }

    private static Template read(String name) {
        try {
            var file = new ClassPathResource("accounts/" + name + ".mustache");
            return Mustache.compiler()
                    .defaultValue("")
                    .emptyStringIsFalse(true)
                    .compile(file.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
