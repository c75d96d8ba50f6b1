package dev.headway.lifecycle.partnership.waivers;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An exception, asked for. */
@RestController
class RequestWaiverController {

    private final PartnershipHttpResponses responses;
    private final IdGenerator ids;

    RequestWaiverController(PartnershipHttpResponses responses, IdGenerator ids) {
        this.responses = responses;
        this.ids = ids;
    }

    record Body(
            @NotBlank @Size(max = 200) String criterion,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull Instant expiresOn,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/waivers")
    ResponseEntity<?> request(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var waiverId = ids.generateId().toString();
        return responses.created(
                new RequestWaiver(
                        id,
                        waiverId,
                        body.criterion(),
                        body.reason(),
                        body.expiresOn(),
                        body.effectiveAt()),
                context,
                "waiverId",
                waiverId,
                "/api/v1/partnerships/" + id + "/waivers/" + waiverId);
    }
}
