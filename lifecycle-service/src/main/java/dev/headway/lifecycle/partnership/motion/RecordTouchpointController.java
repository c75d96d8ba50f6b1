package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.written.SealedText;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.http.Problem;
import dev.headway.projections.personal.PersonalText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

    private final PersonalText texts;

    RecordTouchpointController(PartnershipHttpResponses responses, PersonalText texts) {
        this.responses = responses;
        this.texts = texts;
    }

    record Body(
            @NotNull TouchpointKind kind,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable @Size(max = 200) String with,
            @Nullable Boolean personal,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/touchpoints")
    ResponseEntity<?> record(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body, texts), context);
    }

    /** A note that is marked as personal goes with whom it is about. */
    private static RecordTouchpoint command(String id, Body body, PersonalText texts) {
        return new RecordTouchpoint(
                id,
                body.kind(),
                Boolean.TRUE.equals(body.personal()) ? sealed(body, texts) : body.summary(),
                body.with(),
                body.effectiveAt());
    }

    private static String sealed(Body body, PersonalText texts) {
        if (body.with() == null || body.with().isBlank()) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("/with", "says whose a personal note is")));
        }
        return texts.sealWritten(body.with(), body.summary());
    }

    @Bean
    static CorrectableFact<TouchpointRecorded, Body> correctableTouchpoint(PersonalText texts) {
        return new CorrectableFact<>(
                TouchpointRecorded.class,
                Body.class,
                it ->
                        new Body(
                                TouchpointKind.valueOf(it.kind()),
                                texts.open(it.summary()),
                                it.with(),
                                SealedText.isOne(it.summary()) ? true : null,
                                it.effectiveAt()),
                (id, _, body) -> command(id, body, texts));
    }
}
