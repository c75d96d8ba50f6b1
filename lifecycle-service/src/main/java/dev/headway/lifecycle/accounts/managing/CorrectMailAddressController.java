package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.written.MailAddress;
import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The address of an invitation, which was misspelt. */
@RestController
class CorrectMailAddressController {

    private final AccountTable accounts;
    private final MailAddresses addresses;
    private final AccountResponses responses;
    private final Clock clock;

    CorrectMailAddressController(
            AccountTable accounts,
            MailAddresses addresses,
            AccountResponses responses,
            Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.responses = responses;
        this.clock = clock;
    }

    record Body(
            @NotNull
                    @Size(max = 200)
                    @Pattern(regexp = MailAddress.PATTERN, message = MailAddress.OBJECTION)
                    String email) {

        /** The address is looked at as it is kept. */
        Body {
            email = email == null ? email : MailAddress.clean(email);
        }
    }

    /**
     * The event first, then the address by which they are found, then the link: whatever is lost in
     * between, the same correction again brings it about.
     */
    @PostMapping("/api/v1/people/{id}/mail-address")
    ResponseEntity<byte[]> correct(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(SignInLinks.LIFE);
        return addresses.oneAtATime(
                () ->
                        responses.withLink(
                                () -> command(responses.known(id), body.email(), expiresAt),
                                command -> accounts.readdress(command.personId(), body.email()),
                                context,
                                HttpStatus.OK,
                                expiresAt));
    }

    private CorrectMailAddress command(String person, String email, Instant linkExpiresAt) {
        addresses.requireFree(email, person);
        return new CorrectMailAddress(person, email, linkExpiresAt);
    }
}
