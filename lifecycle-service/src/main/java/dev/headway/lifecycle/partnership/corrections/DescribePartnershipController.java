package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.written.ExternalKey;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartialBodies;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.partnership.state.Partner;
import dev.headway.projections.http.Problem;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another name, partner, segment or key, from now on. What is not named stays; a website, segment
 * or key of {@code null}, or with nothing to see, is taken away.
 */
@RestController
class DescribePartnershipController {

    private final PartnershipHttpResponses responses;
    private final PartialBodies bodies;
    private final WhichPartnershipIsMeant known;

    DescribePartnershipController(
            PartnershipHttpResponses responses,
            PartialBodies bodies,
            WhichPartnershipIsMeant known) {
        this.responses = responses;
        this.bodies = bodies;
        this.known = known;
    }

    private static final String VISIBLE = "(?s).*\\S.*";
    private static final String BLANK = "must not be blank";

    record Body(
            @Nullable @Size(max = 200) @Pattern(regexp = VISIBLE, message = BLANK) String name,
            @Nullable @Valid PartnerBody partner,
            @Nullable @Size(max = 200) String segment,
            @Nullable @Size(max = 200) String externalKey,
            @Nullable @Size(max = 4000) String reason) {

        /** As a file would spell it; null for none. */
        @Nullable String key() {
            return externalKey == null ? null : Text.orNone(ExternalKey.visible(externalKey));
        }

        /**
         * @param named the body as it came: what is null in it is taken away, what is not in it
         *     stays
         */
        Partner applyTo(Partner known, JsonNode named) {
            var described = partner == null ? known : partner.applyTo(known, named.path("partner"));
            return new Partner(
                    described.name(),
                    described.type(),
                    described.website(),
                    named.has("segment") ? Text.orNone(segment) : known.segment(),
                    named.has("externalKey") ? key() : known.externalKey());
        }
    }

    record PartnerBody(
            @Nullable @Size(max = 200) @Pattern(regexp = VISIBLE, message = BLANK) String name,
            @Nullable PartnerType type,
            @Nullable @Size(max = 2000) String website) {

        Partner applyTo(Partner known, JsonNode named) {
            return new Partner(
                    name == null ? known.name() : name,
                    type == null ? known.type() : type.name(),
                    named.has("website") ? Text.orNone(website) : known.website(),
                    known.segment(),
                    known.externalKey());
        }
    }

    @PatchMapping("/api/v1/partnerships/{id}")
    ResponseEntity<?> describe(
            @PathVariable String id, @RequestBody ObjectNode given, RequestContext context) {
        var body = bodies.read(given, Body.class);
        var key = body.key();
        if (key != null) {
            requireFree(key, id);
        }
        return responses.to(
                new DescribePartnership(
                        id, body.name(), partner -> body.applyTo(partner, given), body.reason()),
                context);
    }

    /** A file's row is about one partnership. */
    private void requireFree(String externalKey, String id) {
        known.withKey(externalKey)
                .filter(holder -> !holder.id().equals(id))
                .ifPresent(
                        holder -> {
                            throw Problem.invalid(
                                    List.of(
                                            new Problem.FieldError(
                                                    "/externalKey",
                                                    "is the key of %s already"
                                                            .formatted(holder.name()))));
                        });
    }
}
