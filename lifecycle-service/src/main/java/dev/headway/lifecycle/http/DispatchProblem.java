package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.DispatchException;
import dev.headway.projections.http.DatabaseProblem;
import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;

/** The problem for a command that no aggregate could answer. */
final class DispatchProblem {

    private DispatchProblem() {}

    static Problem of(DispatchException failure) {
        return switch (failure) {
            case DispatchException.NotPermitted _ ->
                    Problem.forbidden("This is not for the roles of the caller");
            case DispatchException.UnknownAggregate unknown ->
                    Problem.notFound(unknown.aggregateType());
            case DispatchException.KeyReused _ ->
                    Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "key-reused",
                            "This Idempotency-Key came with another body before");
            case DispatchException.KeyInUse _ ->
                    Problem.stillRunning("The first call with this Idempotency-Key still runs");
            case DispatchException.TooManyWriters _ ->
                    Problem.unavailable("Too many writers at once; try again");
            case DispatchException.StoreUnavailable refused -> unavailable(refused);
            case DispatchException.TooLarge _ ->
                    Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-large",
                            "What would be stored is larger than an event may be; nothing was stored");
            case DispatchException.OutcomeUnknown _ ->
                    Problem.unavailable(
                            "The event store went away in the middle; whether it was stored is"
                                    + " unknown");
        };
    }

    private static Problem unavailable(DispatchException refused) {
        if (DatabaseProblem.isTimeout(refused)) {
            return Problem.timedOut("The event store took too long; nothing was stored");
        }
        return DatabaseProblem.isEveryConnectionBusy(refused)
                ? Problem.timedOut(
                        "The event store is busy with other calls; nothing was stored, try again")
                : Problem.unavailable("The event store is away; nothing was stored");
    }
}
