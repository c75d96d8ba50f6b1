package dev.headway.lifecycle.bulk;

import dev.headway.lifecycle.bulk.BulkAction.HandOver;
import dev.headway.lifecycle.bulk.BulkAction.HandOverBody;
import dev.headway.lifecycle.bulk.BulkAction.Kind;
import dev.headway.lifecycle.bulk.BulkAction.Move;
import dev.headway.lifecycle.bulk.BulkAction.MoveBody;
import dev.headway.lifecycle.bulk.BulkAction.Park;
import dev.headway.lifecycle.bulk.BulkAction.ParkBody;
import dev.headway.lifecycle.bulk.BulkAction.PlanSteps;
import dev.headway.lifecycle.bulk.BulkAction.StepBody;
import dev.headway.lifecycle.partnership.responses.PartialBodies;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/** Reads what is to be done from the body of a call; what is wrong in it is wrong for all. */
@Component
class BulkActions {

    private static final String BODY = "body";

    private final PartialBodies bodies;
    private final Owners owners;
    private final IdGenerator ids;

    BulkActions(PartialBodies bodies, Owners owners, IdGenerator ids) {
        this.bodies = bodies;
        this.owners = owners;
        this.ids = ids;
    }

    /**
     * An action, and why it is done where its body says so beside the command.
     *
     * @param reason null where the command itself has it, or nobody gave one
     */
    record Read(BulkAction action, @Nullable String reason) {}

    /**
     * @throws Problem 400 that names each field that is wrong
     */
    Read read(Kind kind, JsonNode body) {
        return switch (kind) {
            case MOVE -> new Read(new Move(read(body, MoveBody.class)), null);
            case PLAN_STEP -> new Read(planned(read(body, StepBody.class)), null);
            case HAND_OVER -> handedOver(read(body, HandOverBody.class));
            case PARK -> new Read(new Park(read(body, ParkBody.class)), null);
        };
    }

    private PlanSteps planned(StepBody body) {
        var owner = owners.of(body.owner(), body.ownerId(), BODY, "ownerId");
        return new PlanSteps(body, owner, () -> ids.generateId().toString());
    }

    private Read handedOver(HandOverBody body) {
        var to = owners.of(body.owner(), body.ownerId(), BODY, "ownerId");
        return new Read(new HandOver(to), body.reason());
    }

    private <T> T read(JsonNode body, Class<T> type) {
        if (!body.isObject()) {
            throw Problem.invalid(List.of(new FieldError("/" + BODY, "must be an object")));
        }
        try {
            return bodies.read(body, type);
        } catch (Problem mistaken) {
            throw Problem.invalid(
                    mistaken.errors().stream()
                            .map(
                                    error ->
                                            new FieldError(
                                                    "/" + BODY + error.pointer(), error.message()))
                            .toList());
        }
    }
}
