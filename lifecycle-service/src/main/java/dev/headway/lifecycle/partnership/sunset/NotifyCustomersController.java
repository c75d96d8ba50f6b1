package dev.headway.lifecycle.partnership.sunset;

import dev.headway.contracts.PartnershipEvent.CustomersNotified;
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

/** How the customers were told of the end. */
@RestController
class NotifyCustomersController {

    private final PartnershipHttpResponses responses;

    NotifyCustomersController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 4000) String how,
            @NotNull Instant notifiedOn,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/customer-notice")
    ResponseEntity<?> notify(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static NotifyCustomers command(String id, Body body) {
        return new NotifyCustomers(id, body.how(), body.notifiedOn(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<CustomersNotified, Body> correctableNotice() {
        return new CorrectableFact<>(
                CustomersNotified.class,
                Body.class,
                it -> new Body(it.how(), it.notifiedOn(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
