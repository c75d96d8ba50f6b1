package dev.headway.lifecycle.program;

import dev.headway.lifecycle.program.Charter.Before;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The program's simple rules on one page, its version, and what of them changed since the last
 * quarter.
 */
@RestController
class CharterController {

    private final PolicyInForce policy;
    private final BusinessCalendar calendar;
    private final JsonMapper json;
    private final Clock clock;

    CharterController(
            PolicyInForce policy, BusinessCalendar calendar, JsonMapper json, Clock clock) {
        this.policy = policy;
        this.calendar = calendar;
        this.json = json;
        this.clock = clock;
    }

    @MayRead
    @GetMapping("/api/v1/program/charter")
    ResponseEntity<Charter> charter() {
        var zone = calendar.zone();
        var now = clock.instant();
        var begins = Quarter.of(now, zone).from(zone);
        var last = Quarter.before(now.atZone(zone).toLocalDate());
        var inForce = policy.get();
        var before = policy.asOf(new AsOf(begins, false, zone));
        return ResponseEntity.ok()
                .eTag("\"" + inForce.version() + "\"")
                .body(
                        new Charter(
                                ProgramDocument.of(inForce),
                                policy.since(inForce),
                                Before.of(last, begins, before.version()),
                                Charter.changes(settings(before), settings(inForce))));
    }

    private Map<String, String> settings(Policy policy) {
        return Settings.of(json.<ObjectNode>valueToTree(ProgramDocument.of(policy)));
    }
}
