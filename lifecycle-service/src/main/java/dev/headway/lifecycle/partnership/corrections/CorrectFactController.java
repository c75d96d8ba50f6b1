package dev.headway.lifecycle.partnership.corrections;

import static java.util.stream.Collectors.toMap;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.responses.PartialBodies;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import dev.headway.projections.http.Problem;
import dev.headway.projections.personal.PersonalFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded fact was otherwise: the fields of its own call that differ, and why. What is not named
 * stays as it was recorded, and the whole is held to what the fact's own call asks of its body. For
 * a move it is the date, as {@code effectiveAt}.
 */
@RestController
class CorrectFactController {

    private final PartnershipHttpResponses responses;
    private final Map<Class<?>, CorrectableFact<?, ?>> facts;
    private final RecordedEvents events;
    private final PartialBodies bodies;
    private final PersonalFields personal;
    private final JsonMapper json;

    CorrectFactController(
            PartnershipHttpResponses responses,
            List<CorrectableFact<?, ?>> facts,
            RecordedEvents events,
            PartialBodies bodies,
            PersonalFields personal,
            JsonMapper json) {
        this.responses = responses;
        this.facts = facts.stream().collect(toMap(CorrectableFact::event, Function.identity()));
        this.events = events;
        this.bodies = bodies;
        this.personal = personal;
        this.json = json;
    }

    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    record MoveDate(@NotNull Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/history/{eventId}/correction")
    ResponseEntity<?> correct(
            @PathVariable String id,
            @PathVariable String eventId,
            @RequestBody ObjectNode body,
            RequestContext context) {
        PartnershipIds.check(id);
        return responses.to(() -> command(id, eventId, body), context);
    }

    private PartnershipCommand command(String partnershipId, String eventId, ObjectNode body) {
        var recorded =
                events.find(partnershipId, eventId)
                        .map(personal::opened)
                        .orElseThrow(() -> Problem.notFound("event"));
        var given = body.deepCopy();
        var why = json.createObjectNode().set("reason", given.remove("reason"));
        var reason = bodies.read(why, Reason.class).reason();
        if (recorded instanceof StageEntered) {
            var date = bodies.read(given, MoveDate.class).effectiveAt();
            return new CorrectMoveDate(partnershipId, eventId, date, reason);
        }
        var fact = facts.get(recorded.getClass());
        if (fact == null) {
            return withoutCorrection(partnershipId, eventId, recorded, reason);
        }
        var anew = bodies.read(fact.bodyOf(recorded), given, fact.body());
        return new CorrectFact(
                partnershipId, eventId, reason, fact.command(partnershipId, recorded, anew));
    }

    /** What cannot even be withdrawn is refused as a withdrawal is, in its words. */
    private static PartnershipCommand withoutCorrection(
            String partnershipId, String eventId, PartnershipEvent recorded, String reason) {
        if (WithdrawFact.obstacle(recorded) == null) {
            throw Problem.badRequest(
                    "Nothing of it can be corrected; withdraw it and record what was");
        }
        return new WithdrawFact(partnershipId, eventId, reason);
    }
}
