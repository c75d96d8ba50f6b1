package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.TimingRead;
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

/** Whether it is the right time for both sides. */
@RestController
class ReadTimingController {

    private final PartnershipHttpResponses responses;

    ReadTimingController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull @Valid Reading ours,
            @NotNull @Valid Reading partner,
            @Nullable Instant effectiveAt) {}

    record Reading(@NotBlank @Size(max = 4000) String focus, @NotNull Boolean ready) {}

    @PutMapping("/api/v1/partnerships/{id}/timing")
    ResponseEntity<?> read(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ReadTiming command(String id, Body body) {
        return new ReadTiming(
                id,
                body.ours().focus(),
                body.ours().ready(),
                body.partner().focus(),
                body.partner().ready(),
                body.effectiveAt());
    }

    @Bean
    static CorrectableFact<TimingRead, Body> correctableTiming() {
        return new CorrectableFact<>(
                TimingRead.class,
                Body.class,
                it ->
                        new Body(
                                new Reading(it.ourFocus(), it.oursReady()),
                                new Reading(it.partnerFocus(), it.partnerReady()),
                                it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
