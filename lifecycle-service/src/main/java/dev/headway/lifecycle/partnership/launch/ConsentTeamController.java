package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.contracts.ReceivingTeam;
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

/** The capacity of a receiving team. */
@RestController
class ConsentTeamController {

    private final PartnershipHttpResponses responses;

    ConsentTeamController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String by,
            @NotBlank @Size(max = 4000) String capacity,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/consents/{team}")
    ResponseEntity<?> consent(
            @PathVariable String id,
            @PathVariable ReceivingTeam team,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new ConsentTeam(id, team, body.by(), body.capacity(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<TeamConsented, Body> correctableConsent() {
        return new CorrectableFact<>(
                TeamConsented.class,
                Body.class,
                it -> new Body(it.by(), it.capacity(), it.effectiveAt()),
                (id, it, body) ->
                        new ConsentTeam(
                                id,
                                ReceivingTeam.valueOf(it.team()),
                                body.by(),
                                body.capacity(),
                                body.effectiveAt()));
    }
}
