package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnerType;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.partnership.state.Partner;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Another name, partner, segment or key, from now on. What is not named stays; a website, segment
 * or key of {@code null} is taken away.
 */
@RestController
class DescribePartnershipController {

    private final PartnershipHttpResponses responses;
    private final WhichPartnershipIsMeant known;

    DescribePartnershipController(
            PartnershipHttpResponses responses, WhichPartnershipIsMeant known) {
        this.responses = responses;
        this.known = known;
    }

    private static final String VISIBLE = "(?s).*\\S.*";

    record Body(
            @Nullable @Size(max = 200) @Pattern(regexp = VISIBLE) String name,
            @Nullable @Valid PartnerBody partner,
            @Nullable Optional<@Size(max = 200) String> segment,
            @Nullable Optional<@Size(max = 200) String> externalKey,
            @Nullable @Size(max = 4000) String reason) {

        Partner applyTo(Partner known) {
            var named = partner == null ? known : partner.applyTo(known);
            return new Partner(
                    named.name(),
                    named.type(),
                    named.website(),
                    segment == null ? known.segment() : segment.orElse(null),
                    externalKey == null ? known.externalKey() : externalKey.orElse(null));
        }
    }

    record PartnerBody(
            @Nullable @Size(max = 200) @Pattern(regexp = VISIBLE) String name,
            @Nullable PartnerType type,
            @Nullable Optional<@Size(max = 2000) String> website) {

        Partner applyTo(Partner known) {
            return new Partner(
                    name == null ? known.name() : name,
                    type == null ? known.type() : type.name(),
                    website == null ? known.website() : website.orElse(null),
                    known.segment(),
                    known.externalKey());
        }
    }

    @PatchMapping("/api/v1/partnerships/{id}")
    ResponseEntity<?> describe(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        if (body.externalKey() != null && body.externalKey().isPresent()) {
            requireFree(body.externalKey().get(), id);
        }
        return responses.to(
                new DescribePartnership(id, body.name(), body::applyTo, body.reason()), context);
    }

    /** A file's row is about one partnership. */
    private void requireFree(String externalKey, String id) {
        var holder = known.byExternalKey(List.of(externalKey)).get(externalKey);
        if (holder != null && !holder.equals(id)) {
            throw Problem.invalid(
                    List.of(
                            new Problem.FieldError(
                                    "/externalKey", "is the key of partnership " + holder)));
        }
    }
}
