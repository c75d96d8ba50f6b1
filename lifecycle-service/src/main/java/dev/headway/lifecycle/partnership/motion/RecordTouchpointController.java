package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.TouchpointKind;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Both sides met. */
@RestController
class RecordTouchpointController {

    private final PartnershipHttpResponses responses;

    RecordTouchpointController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull TouchpointKind kind,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable @Size(max = 200) String with,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/touchpoints")
    ResponseEntity<?> record(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static RecordTouchpoint command(String id, Body body) {
        return new RecordTouchpoint(
                id, body.kind(), body.summary(), body.with(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<TouchpointRecorded, Body> correctableTouchpoint() {
        return new CorrectableFact<>(
                TouchpointRecorded.class,
                Body.class,
                it ->
                        new Body(
                                TouchpointKind.valueOf(it.kind()),
                                it.summary(),
                                it.with(),
                                it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
