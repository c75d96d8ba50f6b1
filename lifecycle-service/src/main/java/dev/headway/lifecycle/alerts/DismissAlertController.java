package dev.headway.lifecycle.alerts;

import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The alert was a false alarm, or does not matter. */
@RestController
class DismissAlertController {

    private final AlertHttpResponses responses;

    DismissAlertController(AlertHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/alerts/{id}/dismissal")
    ResponseEntity<?> dismiss(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(new DismissAlert(AlertHttpResponses.id(id), body.reason()), context);
    }
}
