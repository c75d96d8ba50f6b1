package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.MailAddress;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.http.Problem;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody is invited. */
@RestController
class InvitePersonController {

    private final AccountTable accounts;
    private final AccountResponses responses;
    private final KeptHere keptHere;
    private final NamedPartners partners;
    private final IdGenerator ids;
    private final Clock clock;

    InvitePersonController(
            AccountTable accounts,
            AccountResponses responses,
            KeptHere keptHere,
            NamedPartners partners,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.responses = responses;
        this.keptHere = keptHere;
        this.partners = partners;
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
                    List<@NotNull Role> roles,
            @Nullable @Size(min = 1, max = 100) String partnerId) {

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
        InvitePerson.objection(body.roles(), body.partnerId())
                .ifPresent(
                        it -> {
                            throw Problem.invalid(
                                    List.of(new Problem.FieldError(it.pointer(), it.message())));
                        });
        var partnerId = body.partnerId() == null ? null : partners.known(body.partnerId());
        var subject = ids.generateId().toString();
        var key =
                accounts.reserve(
                        body.email(),
                        new AccountKey(PersonId.of(PersonId.HEADWAY, subject), subject),
                        body.roles().contains(Role.ADMIN));
        return new InvitePerson(
                key, Text.clean(body.name()), body.email(), body.roles(), linkExpiresAt, partnerId);
    }
}
