package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.Created;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A partnership's record begins here. */
@RestController
class RegisterPartnershipController {

    private final PartnershipHttpResponses responses;
    private final WhichPartnershipIsMeant known;
    private final Owners owners;
    private final IdGenerator ids;

    RegisterPartnershipController(
            PartnershipHttpResponses responses,
            WhichPartnershipIsMeant known,
            Owners owners,
            IdGenerator ids) {
        this.responses = responses;
        this.known = known;
        this.owners = owners;
        this.ids = ids;
    }

    record Partner(
            @NotBlank @Size(max = 200) String name,
            @NotNull PartnerType type,
            @Nullable @Size(max = 2000) String website) {}

    @OneOf(
            value = {"owner", "ownerId"},
            optional = true)
    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid Partner partner,
            @Nullable Pattern pattern,
            @Nullable @Size(max = 200) String segment,
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships")
    ResponseEntity<?> register(@Valid @RequestBody Body body, RequestContext context) {
        var id = ids.generateId().toString();
        var twins = known.byName(body.name(), body.partner().name());
        return responses.created(
                () ->
                        new RegisterPartnership(
                                id,
                                body.name(),
                                body.partner().name(),
                                body.partner().type(),
                                Text.orNone(body.partner().website()),
                                body.pattern(),
                                Text.orNone(body.segment()),
                                owners.ofAny(body.owner(), body.ownerId(), "ownerId"),
                                body.effectiveAt()),
                context,
                new Created("name", body.name(), "/api/v1/partnerships/" + id)
                        .with("possibleTwins", twins));
    }
}
