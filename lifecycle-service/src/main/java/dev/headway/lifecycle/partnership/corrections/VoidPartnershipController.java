package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.deciding.NamedPartnership;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.http.Problem;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.StoredEvent;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** It should never have been registered, or should have been after all. */
@RestController
class VoidPartnershipController {

    private final PartnershipHttpResponses responses;
    private final EventReads events;
    private final WhichPartnershipIsMeant known;
    private final Voidings voidings;

    VoidPartnershipController(
            PartnershipHttpResponses responses,
            EventReads events,
            WhichPartnershipIsMeant known,
            Voidings voidings) {
        this.responses = responses;
        this.events = events;
        this.known = known;
        this.voidings = voidings;
    }

    private static final Set<String> TELLING =
            Set.of("PartnershipRegistered", "PartnershipVoided", "PartnershipUnvoided");

    record Body(
            @NotBlank @Size(max = 4000) String reason, @Nullable @Size(max = 100) String twinOf) {}

    @PostMapping("/api/v1/partnerships/{id}/voiding")
    ResponseEntity<?> voidIt(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return voidings.<ResponseEntity<?>>oneAtATime(
                () ->
                        responses.to(
                                () ->
                                        new VoidPartnership(
                                                id,
                                                body.reason(),
                                                staying(body.twinOf()),
                                                voidings::asTwinOf),
                                context));
    }

    @DeleteMapping("/api/v1/partnerships/{id}/voiding")
    ResponseEntity<?> unvoid(@PathVariable String id, RequestContext context) {
        return responses.to(new UnvoidPartnership(id, this::holder), context);
    }

    private @Nullable NamedPartnership holder(String externalKey) {
        return known.withKey(externalKey).map(Voidings::named).orElse(null);
    }

    /** Of two twins one stays: not one that is voided itself. */
    private @Nullable String staying(@Nullable String twinOf) {
        if (twinOf == null) {
            return null;
        }
        var types = events.ofStream(twinOf, 1, Integer.MAX_VALUE).stream().map(StoredEvent::type);
        var telling = types.filter(TELLING::contains).toList();
        if (!telling.contains("PartnershipRegistered")) {
            throw broken("is not the id of a partnership");
        }
        if (telling.getLast().equals("PartnershipVoided")) {
            throw broken("is voided itself; name the partnership that stays");
        }
        return twinOf;
    }

    private static Problem broken(String message) {
        return Problem.invalid(List.of(new Problem.FieldError("/twinOf", message)));
    }
}
