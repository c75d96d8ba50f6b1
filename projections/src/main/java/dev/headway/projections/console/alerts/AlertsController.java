package dev.headway.projections.console.alerts;

import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.Reliefs;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.OwnerChoice;
import dev.headway.projections.console.views.SavedViews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts that wait for somebody, or those that the address asks for. */
@ConsolePage
class AlertsController {

    private static final List<String> NAMES =
            List.of("status", "severity", "rule", "concerns", "owner", "sort", "cursor");

    private static final List<String> WAITING = List.of("OPEN", "ACKNOWLEDGED", "SNOOZED");

    @GetMapping("/alerts")
    String alerts(
            @RequestParam MultiValueMap<String, String> parameters, HeadwayApi api, Model model) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (var name : NAMES) {
            var given =
                    parameters.getOrDefault(name, List.of()).stream()
                            .filter(value -> OwnerChoice.narrows(name, value))
                            .toList();
            if (!given.isEmpty()) {
                asked.put(name, given);
            }
        }
        var shown = new LinkedHashMap<>(asked);
        shown.remove("cursor");
        asked.putIfAbsent("status", WAITING);
        var kept = new LinkedHashMap<>(shown.isEmpty() ? shown : asked);
        kept.remove("cursor");
        var saved = AtOnce.ask(() -> SavedViews.ask(api, "alerts", kept));
        var filters = unsorted(asked);
        var counted = AtOnce.ask(() -> api.ask("/alerts/counts", filters).body());
        asked.putIfAbsent("sort", List.of("-severity"));
        var rules = AtOnce.ask(() -> api.get("/rules").body());
        var page = api.ask("/alerts", asked).body();
        model.addAttribute("alerts", page.each("items"));
        model.addAttribute("reliefs", Reliefs.OFFERED);
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("rules", AtOnce.answer(rules).each("items"));
        model.addAttribute("shown", shown);
        model.addAttribute("saved", AtOnce.answer(saved));
        model.addAttribute("isNarrowed", !shown.isEmpty());
        model.addAttribute("found", new FoundAlerts(AtOnce.answer(counted), shown));
        return "alerts";
    }

    private static Map<String, List<String>> unsorted(Map<String, List<String>> asked) {
        var filters = new LinkedHashMap<>(asked);
        filters.remove("sort");
        filters.remove("cursor");
        return filters;
    }
}
