package dev.headway.lifecycle.accounts.managing;

import dev.headway.projections.http.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether Headway keeps accounts at all: not where an identity provider does. */
@Component
class KeptHere {

    private final boolean byProvider;

    KeptHere(@Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        this.byProvider = !issuer.isBlank();
    }

    /**
     * @throws Problem 409 where an identity provider is configured
     */
    void require() {
        if (byProvider) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "illegal", "The identity provider keeps the accounts");
        }
    }
}
