package dev.headway.lifecycle.alerts;

import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The alert is put aside until a date. */
@RestController
class SnoozeAlertController {

    private final AlertHttpResponses responses;

    SnoozeAlertController(AlertHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotNull Instant until, @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/alerts/{id}/snooze")
    ResponseEntity<?> snooze(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(
                new SnoozeAlert(AlertHttpResponses.id(id), body.until(), body.reason()), context);
    }
}
