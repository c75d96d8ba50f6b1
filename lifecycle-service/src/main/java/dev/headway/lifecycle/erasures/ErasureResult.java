package dev.headway.lifecycle.erasures;

import dev.headway.lifecycle.commands.Versioned;
import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;

/** What a command about an erasure is answered. */
sealed interface ErasureResult extends Versioned {

    record Done(ErasureState state, long version) implements ErasureResult {}

    record NotDone(ErasureDecision why, long version) implements ErasureResult {}

    /**
     * How it stands now.
     *
     * @throws Problem where it was not done
     */
    default ErasureState orProblem() {
        return switch (this) {
            case Done done -> done.state();
            case NotDone not ->
                    throw switch (not.why()) {
                        case ErasureDecision.Forbidden it -> Problem.forbidden(it.why());
                        case ErasureDecision.Illegal it ->
                                Problem.of(HttpStatus.CONFLICT, "illegal", it.why());
                        case ErasureDecision.Missing _ -> Problem.notFound("erasure");
                        case ErasureDecision.Happened _ -> new IllegalStateException("it was done");
                    };
        };
    }
}
