package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where and when the world was told. */
@RestController
class AnnouncePartnershipController {

    private final PartnershipHttpResponses responses;

    AnnouncePartnershipController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String where,
            @NotNull Instant announcedOn,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/announcement")
    ResponseEntity<?> announce(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static AnnouncePartnership command(String id, Body body) {
        return new AnnouncePartnership(id, body.where(), body.announcedOn(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<PartnershipAnnounced, Body> correctableAnnouncement() {
        return new CorrectableFact<>(
                PartnershipAnnounced.class,
                Body.class,
                it -> new Body(it.where(), it.announcedOn(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
