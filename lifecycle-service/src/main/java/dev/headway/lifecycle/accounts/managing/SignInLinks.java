package dev.headway.lifecycle.accounts.managing;

import dev.headway.projections.home.Secret;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The addresses that one-time links have. The secret stands behind a {@code #}, which browsers send
 * to nobody: no log and no referrer has it.
 */
@Component
public class SignInLinks {

    /** How long an invitation is good; over a weekend. */
    static final Duration LIFE = Duration.ofDays(3);

    private final Environment environment;

    SignInLinks(Environment environment) {
        this.environment = environment;
    }

    String choosePassword(Secret link) {
        return origin() + "/sign-in/link#" + link.value();
    }

    String becomeFirst(Secret link) {
        return origin() + "/sign-in/first#" + link.value();
    }

    /** Where people find this Headway, without a slash at the end. */
    public String origin() {
        var configured = environment.getProperty("headway.public-url");
        return configured == null || configured.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", port())
                : configured.replaceAll("/+$", "");
    }

    private String port() {
        return environment.getProperty("server.port", "8080");
    }
}
