package dev.headway.projections.console.alerts;

import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.Reliefs;
import dev.headway.projections.console.layout.Attachment;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.OwnerChoice;
import dev.headway.projections.console.views.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
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
        var asked = asked(parameters);
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

    /** What the page is narrowed to, as a table. */
    @GetMapping("/alerts/list.csv")
    void list(
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            HttpServletResponse response) {
        var asked = asked(parameters);
        asked.remove("cursor");
        asked.putIfAbsent("status", WAITING);
        asked.putIfAbsent("sort", List.of("-severity"));
        Attachment.LIST.send(api, "/alerts", asked, "headway-alerts.csv", response);
    }

    private static Map<String, List<String>> asked(MultiValueMap<String, String> parameters) {
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
        return asked;
    }

    private static Map<String, List<String>> unsorted(Map<String, List<String>> asked) {
        var filters = new LinkedHashMap<>(asked);
        filters.remove("sort");
        filters.remove("cursor");
        return filters;
    }
}
