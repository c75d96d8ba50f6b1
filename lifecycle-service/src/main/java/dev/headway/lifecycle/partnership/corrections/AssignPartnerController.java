package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.http.Problem;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** With which company it is: the one that is named, or again the one that its name leads to. */
@RestController
class AssignPartnerController {

    private final PartnershipHttpResponses responses;
    private final WhichPartnerIsMeant known;

    AssignPartnerController(PartnershipHttpResponses responses, WhichPartnerIsMeant known) {
        this.responses = responses;
        this.known = known;
    }

    record Body(
            @NotBlank @Size(max = 100) String partnerId,
            @Nullable @Size(max = 4000) String reason) {}

    @PutMapping("/api/v1/partnerships/{id}/partner")
    ResponseEntity<?> assign(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(
                () -> new AssignPartner(id, staying(body.partnerId()), body.reason()), context);
    }

    @DeleteMapping("/api/v1/partnerships/{id}/partner")
    ResponseEntity<?> follow(@PathVariable String id, RequestContext context) {
        return responses.to(new AssignPartner(id, null, null), context);
    }

    private String staying(String partnerId) {
        var partner = known.find(partnerId).orElseThrow(() -> broken("is not the id of a partner"));
        var gone = partner.mergedInto();
        if (gone != null) {
            throw broken("was merged into %s; name that one".formatted(gone.name()));
        }
        return partner.id();
    }

    private static Problem broken(String message) {
        return Problem.invalid(List.of(new Problem.FieldError("/partnerId", message)));
    }
}
