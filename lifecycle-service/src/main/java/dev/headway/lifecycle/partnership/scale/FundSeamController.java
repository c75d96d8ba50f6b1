package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who funds the joint experience. */
@RestController
class FundSeamController {

    private final PartnershipHttpResponses responses;

    private final Owners owners;

    FundSeamController(PartnershipHttpResponses responses, Owners owners) {
        this.responses = responses;
        this.owners = owners;
    }

    @OneOf({"owner", "ownerId"})
    record Body(
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/funding")
    ResponseEntity<?> fund(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var owner = owners.of(body.owner(), body.ownerId(), "ownerId");
        return responses.to(command(id, owner, body), context);
    }

    private static FundSeam command(String id, Owner owner, Body body) {
        return new FundSeam(id, owner, body.summary(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<SeamFunded, Body> correctableFunding(Owners owners) {
        return new CorrectableFact<>(
                SeamFunded.class,
                Body.class,
                it ->
                        new Body(
                                it.ownerId() == null ? it.owner() : null,
                                it.ownerId(),
                                it.summary(),
                                it.effectiveAt()),
                (id, it, body) ->
                        command(
                                id,
                                owners.of(
                                        body.owner(),
                                        body.ownerId(),
                                        new Owner(it.owner(), it.ownerId()),
                                        "ownerId"),
                                body));
    }
}
