package dev.headway.lifecycle.accounts.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.accounts.FirstAdministratorLink;
import dev.headway.lifecycle.accounts.managing.SignInLinks;
import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.identity.NoExternalIssuer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What {@code ./headway open} asks: a link for the first administrator, or where to sign in.
 * Whoever can read the secret in {@code HEADWAY_HOME} owns this Headway.
 */
@RestController
@Conditional(NoExternalIssuer.class)
class FirstLinkController {

    private final FirstAdministratorLink first;
    private final SignInLinks addresses;
    private final String expected;

    FirstLinkController(
            FirstAdministratorLink first,
            SignInLinks addresses,
            SecretGenerator secrets,
            @Value("${headway.home}") Path home) {
        this.first = first;
        this.addresses = addresses;
        var secret = OwnerOnlyFolder.at(home.resolve("accounts")).secret("open.secret", secrets);
        this.expected =
                "Basic " + Base64.getEncoder().encodeToString(("open:" + secret).getBytes(UTF_8));
    }

    @PostMapping("/sign-in/first/links")
    ResponseEntity<String> link(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String presented) {
        if (!MessageDigest.isEqual(presented.getBytes(UTF_8), expected.getBytes(UTF_8))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"headway\"")
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(first.give().orElseGet(() -> addresses.origin() + "/sign-in") + "\n");
    }
}
