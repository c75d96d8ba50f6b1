package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.commands.RequestContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A new link for somebody who has lost the password, or whose password others may have. */
@RestController
class ResetAccountController {

    private final AccountResponses responses;
    private final Clock clock;

    ResetAccountController(AccountResponses responses, Clock clock) {
        this.responses = responses;
        this.clock = clock;
    }

    @PostMapping("/api/v1/people/{id}/reset")
    ResponseEntity<byte[]> reset(@PathVariable String id, RequestContext context) {
        var expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(SignInLinks.LIFE);
        return responses.withLink(
                () -> new ResetAccount(responses.known(id), expiresAt),
                context,
                HttpStatus.OK,
                expiresAt);
    }
}
