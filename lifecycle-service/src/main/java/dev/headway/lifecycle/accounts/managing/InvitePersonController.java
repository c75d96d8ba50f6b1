package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.MailAddress;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.identity.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody is invited. */
@RestController
class InvitePersonController {

    private final MailAddresses addresses;
    private final AccountResponses responses;
    private final KeptHere keptHere;
    private final IdGenerator ids;
    private final Clock clock;

    InvitePersonController(
            MailAddresses addresses,
            AccountResponses responses,
            KeptHere keptHere,
            IdGenerator ids,
            Clock clock) {
        this.addresses = addresses;
        this.responses = responses;
        this.keptHere = keptHere;
        this.ids = ids;
        this.clock = clock;
    }

    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotNull
                    @Size(max = 200)
                    @Pattern(regexp = MailAddress.PATTERN, message = MailAddress.OBJECTION)
                    String email,
            @NotEmpty(message = "choose at least one role") @Size(max = 5)
                    List<@NotNull Role> roles) {

        /** The address is looked at as it is kept. */
        Body {
            email = email == null ? email : MailAddress.clean(email);
        }
    }

    @PostMapping("/api/v1/people")
    ResponseEntity<byte[]> invite(@Valid @RequestBody Body body, RequestContext context) {
        var expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(SignInLinks.LIFE);
        return responses.withLink(
                () -> command(body, expiresAt), context, HttpStatus.CREATED, expiresAt);
    }

    private InvitePerson command(Body body, Instant linkExpiresAt) {
        keptHere.require();
        var subject = ids.generateId().toString();
        var key =
                addresses.reserve(
                        body.email(),
                        new AccountKey(PersonId.of(PersonId.HEADWAY, subject), subject),
                        body.roles().contains(Role.ADMIN));
        return new InvitePerson(
                key, Text.clean(body.name()), body.email(), body.roles(), linkExpiresAt);
    }
}
