package dev.headway.lifecycle.program;

import dev.headway.lifecycle.http.Call;
import dev.headway.lifecycle.http.Commands;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.program.Program.Changed;
import dev.headway.projections.asking.MayRead;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The program policy over HTTP: what GET answers may be changed and PUT back. */
@RestController
class ProgramController {

    private final PolicyInForce policy;
    private final Commands commands;

    ProgramController(PolicyInForce policy, Commands commands) {
        this.policy = policy;
        this.commands = commands;
    }

    @MayRead
    @GetMapping("/api/v1/program")
    ResponseEntity<ProgramDocument> program() {
        return document(ResponseEntity.ok(), policy.get());
    }

    @PutMapping("/api/v1/program")
    ResponseEntity<?> change(@Valid @RequestBody ProgramDocument wanted, Call call) {
        Commands.Receipt<Changed> receipt =
                commands.send(
                        wanted.change(call.ifMatch()),
                        wanted.reason() == null ? call : call.because(wanted.reason()));
        var changed = receipt.answer();
        if (changed.stale()) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .eTag(tag(changed.policy()))
                    .body(
                            Problem.detail(
                                    HttpStatus.PRECONDITION_FAILED,
                                    "stale",
                                    "The program has changed; it is now at version "
                                            + changed.policy().version()));
        }
        var response = ResponseEntity.ok();
        response.header("Headway-Position", Long.toString(commands.visibleFrom(receipt)));
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
