package dev.headway.lifecycle.alerts;

import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody takes the alert. */
@RestController
class AcknowledgeAlertController {

    private final AlertHttpResponses responses;

    AcknowledgeAlertController(AlertHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@Nullable @Size(max = 4000) String note) {}

    @PostMapping("/api/v1/alerts/{id}/acknowledgement")
    ResponseEntity<?> acknowledge(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Body body,
            RequestContext context) {
        return responses.to(
                new AcknowledgeAlert(AlertHttpResponses.id(id), body == null ? null : body.note()),
                context);
    }
}
