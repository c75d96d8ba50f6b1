package dev.headway.projections.console.plans;

import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Attachment;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.views.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open steps of whoever reads, or of everybody; those that are due first. */
@ConsolePage
class StepsController {

    private static final Map<String, List<String>> OWN = Map.of("owner", List.of("me"));

    @GetMapping("/steps")
    String steps(
            @RequestParam(defaultValue = "me") String owner,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String cursor,
            HeadwayApi api,
            Model model) {
        var asked = asked(owner, side, due);
        // one's own are what the page shows anyway, and no view of it
        Map<String, List<String>> kept = new LinkedHashMap<>();
        if (!asked.equals(OWN)) {
            kept.putAll(asked);
        }
        var saved = AtOnce.ask(() -> SavedViews.ask(api, "next-steps", kept));
        put(asked, "cursor", cursor);
        var page = api.ask("/next-steps", asked).body();
        model.addAttribute("steps", page.each("items"));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("saved", AtOnce.answer(saved));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("owner", owner);
        model.addAttribute("side", side);
        model.addAttribute("due", due);
        return "steps";
    }

    /** What the page is narrowed to, as a table. */
    @GetMapping("/steps/list.csv")
    void list(
            @RequestParam(defaultValue = "me") String owner,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String due,
            HeadwayApi api,
            HttpServletResponse response) {
        var asked = asked(owner, side, due);
        Attachment.LIST.send(api, "/next-steps", asked, "headway-steps.csv", response);
    }

    private static Map<String, List<String>> asked(String owner, String side, String due) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        put(asked, "owner", owner.equals("all") ? "" : owner);
        put(asked, "side", side);
        put(asked, "due", due);
        return asked;
    }

    private static void put(Map<String, List<String>> asked, String name, String value) {
        if (!value.isBlank()) {
            asked.put(name, List.of(value));
        }
    }
}
