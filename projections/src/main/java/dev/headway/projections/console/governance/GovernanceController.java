package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks through the audit, back to how the portfolio stood, and at exceptions that wait. */
@ConsolePage
class GovernanceController {

    private static final List<String> NAMES =
            List.of("partnership", "actor", "kind", "from", "to", "time", "cursor");

    private static final Map<String, List<String>> WAITING =
            Map.of("status", List.of("REQUESTED"), "sort", List.of("requestedAt"));

    @GetMapping("/governance")
    String audit(
            @RequestParam MultiValueMap<String, String> parameters, HeadwayApi api, Model model) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (var name : NAMES) {
            var value = parameters.getFirst(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, List.of(value));
            }
        }
        Map<String, List<String>> call = new LinkedHashMap<>(asked);
        call.computeIfPresent(
                "to", (_, typed) -> typed.stream().map(GovernanceController::throughout).toList());
        model.addAttribute("asked", asked);
        var waiting = AtOnce.ask(() -> api.ask("/waivers", WAITING).body());
        ApiObject page;
        try {
            page = api.ask("/audit/entries", call).body();
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            page = ApiObject.NOTHING;
        }
        model.addAttribute("entries", page.each("items").stream().map(AuditLine::of).toList());
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("waiting", AtOnce.answer(waiting).each("items"));
        return "governance";
    }

    /** People who type a day as the last one mean all of it; the API's next one begins after it. */
    private static String throughout(String typed) {
        try {
            return LocalDate.parse(typed).plusDays(1).toString();
        } catch (DateTimeException _) {
            return typed; // an instant, or something of which the API says what is wrong with it
        }
    }
}
