package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
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

    FundSeamController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String owner,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/funding")
    ResponseEntity<?> fund(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static FundSeam command(String id, Body body) {
        return new FundSeam(id, body.owner(), body.summary(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<SeamFunded, Body> correctableFunding() {
        return new CorrectableFact<>(
                SeamFunded.class,
                Body.class,
                it -> new Body(it.owner(), it.summary(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
