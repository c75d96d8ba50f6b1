package dev.headway.lifecycle.partnership.corrections;

import static java.util.stream.Collectors.toMap;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.UnreadableJsonProblem;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a correction says: what it does not name stays as it was recorded, and the whole is
 * held to what the fact's own call asks of its body.
 */
@Component
class CorrectionBodies {

    private final Map<Class<?>, CorrectableFact<?, ?>> facts;
    private final RecordedEvents events;
    private final JsonMapper json;
    private final Validator validator;

    CorrectionBodies(
            List<CorrectableFact<?, ?>> facts,
            RecordedEvents events,
            JsonMapper json,
            Validator validator) {
        this.facts = facts.stream().collect(toMap(CorrectableFact::event, Function.identity()));
        this.events = events;
        this.json = json;
        this.validator = validator;
    }

    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    record MoveDate(@NotNull Instant effectiveAt) {}

    /**
     * The command that a correction asks for.
     *
     * @throws Problem 404 when there is no such event, 409 when it is none that can be corrected,
     *     400 for a body that its own call would not take
     */
    PartnershipCommand command(String partnershipId, String eventId, ObjectNode body) {
        var recorded =
                events.find(partnershipId, eventId).orElseThrow(() -> Problem.notFound("event"));
        var given = body.deepCopy();
        var reason =
                read(json.createObjectNode().set("reason", given.remove("reason")), Reason.class)
                        .reason();
        if (recorded instanceof StageEntered) {
            var date = read(given, MoveDate.class).effectiveAt();
            return new CorrectMoveDate(partnershipId, eventId, date, reason);
        }
        return new CorrectFact(
                partnershipId, eventId, reason, anew(partnershipId, recorded, given));
    }

    private PartnershipCommand anew(
            String partnershipId, PartnershipEvent recorded, ObjectNode given) {
        var fact = facts.get(recorded.getClass());
        if (fact == null) {
            throw notCorrectable(recorded);
        }
        ObjectNode whole = json.valueToTree(fact.bodyOf(recorded));
        merge(whole, given);
        return fact.command(partnershipId, recorded, read(whole, fact.body()));
    }

    /** An object that is given in part keeps its other fields; anything else is replaced. */
    private static void merge(ObjectNode whole, ObjectNode given) {
        given.properties()
                .forEach(
                        field -> {
                            if (whole.get(field.getKey()) instanceof ObjectNode known
                                    && field.getValue() instanceof ObjectNode part) {
                                merge(known, part);
                            } else {
                                whole.set(field.getKey(), field.getValue());
                            }
                        });
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        var body = parsed(tree, type);
        var errors =
                validator.validate(body).stream()
                        .map(
                                each ->
                                        new Problem.FieldError(
                                                "/"
                                                        + each.getPropertyPath()
                                                                .toString()
                                                                .replace('.', '/'),
                                                each.getMessage()))
                        .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return body;
    }

    private <T> T parsed(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException mistaken) {
            throw UnreadableJsonProblem.of(mistaken);
        }
    }

    private static Problem notCorrectable(PartnershipEvent recorded) {
        var obstacle = WithdrawFact.obstacle(recorded);
        return Problem.of(
                HttpStatus.CONFLICT,
                "illegal",
                obstacle == null
                        ? "Nothing of it can be corrected; withdraw it and record what was"
                        : obstacle);
    }
}
