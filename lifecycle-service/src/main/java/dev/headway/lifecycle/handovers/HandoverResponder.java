package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Problem;
import dev.headway.projections.personal.PersonalFields;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a handover, once if there is an idempotency key. A dry run stores nothing but its answer
 * under the key, which the handover itself may use once more.
 */
@Component
class HandoverResponder {

    private final HandoverRunner runner;
    private final CommandResponder responder;
    private final CommandDispatcher dispatcher;
    private final PersonalFields personal;
    private final JsonMapper json;

    HandoverResponder(
            HandoverRunner runner,
            CommandResponder responder,
            CommandDispatcher dispatcher,
            PersonalFields personal,
            JsonMapper json) {
        this.runner = runner;
        this.responder = responder;
        this.dispatcher = dispatcher;
        this.personal = personal;
        this.json = json;
    }

    /**
     * @param asked who hands over to whom, found out only where it is not answered already
     */
    ResponseEntity<?> answer(
            Supplier<Handover> asked, @Nullable String dryRun, RequestContext context) {
        var request = context.idempotent();
        if (isTrue(dryRun)) {
            return responder.answer(
                    variant(request), () -> rendered(runner.dryRun(checked(asked))));
        }
        if (request != null) {
            return responder.once(
                    context, () -> rendered(runner.run(checked(asked), context).report()));
        }
        var outcome = runner.run(checked(asked), context);
        var receipt = new Receipt<>(outcome.report(), outcome.position());
        return ResponseEntity.ok()
                .header("Headway-Position", Long.toString(dispatcher.positionToAwait(receipt)))
                .body(outcome.report());
    }

    private static @Nullable IdempotentRequest variant(@Nullable IdempotentRequest request) {
        return request == null ? null : request.variant("dryRun");
    }

    private Handover checked(Supplier<Handover> asked) {
        var handover = personal.sealed(asked.get());
        if (handover.from().isMeantBy(handover.to().name(), handover.to().id())) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("/to", "is whose things they are already")));
        }
        return handover;
    }

    private RenderedResponse rendered(HandoverReport report) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(report));
    }

    /** Said in full or not at all: nothing is handed over, or kept, by a slip. */
    private static boolean isTrue(@Nullable String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case null -> false;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(new Problem.FieldError("?dryRun", "must be true or false")));
        };
    }
}
