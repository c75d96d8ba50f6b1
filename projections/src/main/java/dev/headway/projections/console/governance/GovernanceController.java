package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.partnership.StoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks through the audit, and back to how the portfolio stood. */
@ConsolePage
class GovernanceController {

    private static final List<String> NAMES =
            List.of("partnership", "actor", "kind", "from", "to", "time", "cursor");

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
        model.addAttribute("asked", asked);
        ApiObject page;
        try {
            page = api.ask("/audit/entries", asked).body();
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            page = ApiObject.NOTHING;
        }
        model.addAttribute("entries", page.each("items").stream().map(StoryEntry::new).toList());
        model.addAttribute("nextCursor", page.text("nextCursor"));
        return "governance";
    }
}
