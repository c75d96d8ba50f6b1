package dev.headway.lifecycle.partnership.responses;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.StaleProblems;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.projections.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The problem that tells why a command was refused. */
@Component
class RefusalProblems {

    private final StaleProblems stale;

    RefusalProblems(StaleProblems stale) {
        this.stale = stale;
    }

    ProblemDetail of(CommandResult result, String partnershipId, RequestContext context) {
        return switch (result) {
            case CommandResult.Done done ->
                    throw new IllegalArgumentException("no problem: " + done);
            case CommandResult.GateShut shut -> {
                var unmet = shut.gate().unmet();
                var body =
                        Problem.detail(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "gate-shut",
                                unmet.size()
                                        + (unmet.size() == 1 ? " criterion" : " criteria")
                                        + " for "
                                        + shut.gate().to()
                                        + " not met");
                body.setProperty("unmet", unmet.stream().map(RefusalProblems::unmet).toList());
                body.setProperty("stage", shut.stage());
                yield body;
            }
            case CommandResult.Illegal illegal -> {
                var body = Problem.detail(HttpStatus.CONFLICT, "illegal", illegal.why());
                body.setProperty("stage", illegal.stage());
                if (illegal.other() != null) {
                    body.setProperty("partnership", illegal.other());
                }
                yield body;
            }
            case CommandResult.Stale outdated ->
                    stale.of(
                            partnershipId,
                            outdated.version(),
                            context,
                            "The partnership has changed; it is now at version "
                                    + outdated.version());
            case CommandResult.Broken broken -> {
                var body =
                        Problem.detail(
                                HttpStatus.BAD_REQUEST,
                                "invalid-request",
                                "The request is not valid");
                body.setProperty(
                        "errors",
                        List.of(new Problem.FieldError(broken.pointer(), broken.message())));
                yield body;
            }
            case CommandResult.Forbidden forbidden ->
                    Problem.detail(HttpStatus.FORBIDDEN, "forbidden", forbidden.why());
            case CommandResult.Missing missing ->
                    Problem.detail(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "There is no such " + missing.what());
        };
    }

    private static Map<String, Object> unmet(EvaluatedCriterion criterion) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("criterion", criterion.id());
        fields.put("statement", criterion.statement());
        fields.put("have", criterion.have());
        fields.put("need", criterion.need());
        return fields;
    }
}
