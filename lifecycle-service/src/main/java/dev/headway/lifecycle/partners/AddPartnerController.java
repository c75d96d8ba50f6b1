package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A company is added: one that nothing is done with yet, or a namesake of one that is there. */
@RestController
class AddPartnerController {

    private final PartnerHttpResponses responses;
    private final WhichPartnerIsMeant known;
    private final IdGenerator ids;

    AddPartnerController(
            PartnerHttpResponses responses, WhichPartnerIsMeant known, IdGenerator ids) {
        this.responses = responses;
        this.known = known;
        this.ids = ids;
    }

    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotNull PartnerType type,
            @Nullable @Size(max = 2000) String website) {}

    @PostMapping("/api/v1/partners")
    ResponseEntity<?> add(@Valid @RequestBody Body body, RequestContext context) {
        var id = ids.generateId().toString();
        var namesakes = known.namesakes(body.name(), id);
        return responses.added(
                new AddPartner(id, body.name(), body.type().name(), Text.orNone(body.website())),
                namesakes,
                context);
    }
}
