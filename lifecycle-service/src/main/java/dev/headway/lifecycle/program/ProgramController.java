package dev.headway.lifecycle.program;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.StaleProblems;
import dev.headway.lifecycle.program.Program.Changed;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.program.PolicyInForce;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The program policy over HTTP: what GET answers may be changed and PUT back. */
@RestController
class ProgramController {

    private final PolicyInForce policy;
    private final CommandDispatcher dispatcher;
    private final StaleProblems stale;
    private final Clock clock;
    private final BusinessCalendar calendar;

    ProgramController(
            PolicyInForce policy,
            CommandDispatcher dispatcher,
            StaleProblems stale,
            Clock clock,
            BusinessCalendar calendar) {
        this.policy = policy;
        this.dispatcher = dispatcher;
        this.stale = stale;
        this.clock = clock;
        this.calendar = calendar;
    }

    @MayRead
    @GetMapping("/api/v1/program")
    ResponseEntity<ProgramDocument> program(
            @RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("program", parameters);
        var asOf = AsOf.of(query, clock.instant(), calendar.zone());
        query.throwIfInvalid();
        return document(ResponseEntity.ok(), asOf.at() == null ? policy.get() : policy.asOf(asOf));
    }

    @PutMapping("/api/v1/program")
    ResponseEntity<?> change(@Valid @RequestBody ProgramDocument wanted, RequestContext context) {
        Receipt<Changed> receipt =
                dispatcher.send(
                        wanted.change(context.expectedVersions()),
                        wanted.reason() == null ? context : context.because(wanted.reason()));
        var changed = receipt.answer();
        if (changed.stale()) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .eTag(tag(changed.policy()))
                    .body(
                            stale.of(
                                    Program.STREAM,
                                    changed.policy().version(),
                                    context,
                                    "The program has changed; it is now at version "
                                            + changed.policy().version()));
        }
        var response = ResponseEntity.ok();
        response.header("Headway-Position", Long.toString(dispatcher.positionToAwait(receipt)));
        return document(response, changed.policy());
    }

    private static ResponseEntity<ProgramDocument> document(
            ResponseEntity.BodyBuilder response, Policy policy) {
        return response.eTag(tag(policy)).body(ProgramDocument.of(policy));
    }

    private static String tag(Policy policy) {
        return "\"" + policy.version() + "\"";
    }
}
