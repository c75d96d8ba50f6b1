package dev.headway.lifecycle.partners;

import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Two companies are one, or were taken for one by mistake. */
@RestController
class MergePartnerController {

    private final PartnerHttpResponses responses;
    private final Merges merges;

    MergePartnerController(PartnerHttpResponses responses, Merges merges) {
        this.responses = responses;
        this.merges = merges;
    }

    record Body(
            @NotBlank @Size(max = 100) String into, @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/partners/{id}/merging")
    ResponseEntity<?> merge(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var partner = PartnerHttpResponses.id(id);
        return merges.<ResponseEntity<?>>oneAtATime(
                () ->
                        responses.to(
                                () ->
                                        new MergePartner(
                                                partner, body.into(), body.reason(), merges::known),
                                context));
    }

    @DeleteMapping("/api/v1/partners/{id}/merging")
    ResponseEntity<?> unmerge(@PathVariable String id, RequestContext context) {
        var partner = PartnerHttpResponses.id(id);
        return responses.to(() -> new UnmergePartner(partner), context);
    }
}
