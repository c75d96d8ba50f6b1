package dev.headway.projections.console.figures;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The scorecard of one partnership, and of all. */
@ConsolePage
class ScorecardPageController {

    private static final List<String> GROUPS = List.of("pattern", "segment", "owner", "type");

    @GetMapping("/partnerships/{id}/scorecard")
    String ofPartnership(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String quarter,
            HeadwayApi api,
            Model model) {
        var partnership = api.get("/partnerships/{id}", id).body();
        var answer = api.ask("/partnerships/" + id + "/scorecard", asked(quarter, "")).body();
        model.addAttribute("partnership", partnership);
        model.addAttribute("action", "/partnerships/" + id + "/scorecard");
        model.addAttribute("by", "");
        return show(answer, quarter, model);
    }

    @GetMapping("/program/scorecard")
    String ofPortfolio(
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String by,
            HeadwayApi api,
            Model model) {
        var answer = api.ask("/portfolio/scorecard", asked(quarter, by)).body();
        model.addAttribute("partnership", ApiObject.NOTHING);
        model.addAttribute("action", "/program/scorecard");
        model.addAttribute("by", by);
        return show(answer, quarter, model);
    }

    private static String show(ApiObject answer, String quarter, Model model) {
        Map<String, List<ScorecardLines>> groups = new LinkedHashMap<>();
        for (var group : answer.each("groups")) {
            groups.put(
                    group.has("of") ? group.text("of") : "None",
                    ScorecardLines.of(group.at("scorecard")));
        }
        model.addAttribute("quarter", quarter);
        model.addAttribute("choices", GROUPS);
        model.addAttribute("sides", ScorecardLines.of(answer.at("scorecard")));
        model.addAttribute("groups", groups);
        return "scorecard";
    }

    private static Map<String, List<String>> asked(String quarter, String by) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (!quarter.isBlank()) {
            asked.put("quarter", List.of(quarter.strip()));
        }
        if (!by.isBlank()) {
            asked.put("by", List.of(by));
        }
        return asked;
    }
}
