package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.Pattern;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which of the standard patterns is executed. */
@RestController
class ChoosePatternController {

    private final PartnershipHttpResponses responses;

    ChoosePatternController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotNull Pattern pattern, @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/pattern")
    ResponseEntity<?> choose(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ChoosePattern command(String id, Body body) {
        return new ChoosePattern(id, body.pattern(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<PatternChosen, Body> correctablePattern() {
        return new CorrectableFact<>(
                PatternChosen.class,
                Body.class,
                it -> new Body(Pattern.valueOf(it.pattern()), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
