package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A customer used the combined experience. */
@RestController
class RecordJointWinController {

    private final PartnershipHttpResponses responses;

    RecordJointWinController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String customer,
            @NotBlank @Size(max = 4000) String summary,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/joint-wins")
    ResponseEntity<?> record(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static RecordJointWin command(String id, Body body) {
        return new RecordJointWin(
                id, body.customer(), body.summary(), body.evidence(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<JointWinRecorded, Body> correctableJointWin() {
        return new CorrectableFact<>(
                JointWinRecorded.class,
                Body.class,
                it -> new Body(it.customer(), it.summary(), it.evidence(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
