package dev.headway.projections.console.partners;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every company, by name, or those first with which most is done. */
@ConsolePage
class PartnersController {

    @GetMapping("/partners")
    String partners(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String merged,
            @RequestParam(defaultValue = "") String cursor,
            HeadwayApi api,
            Model model) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        ask(asked, "q", q);
        ask(asked, "sort", sort);
        ask(asked, "merged", merged);
        ask(asked, "cursor", cursor);
        var page = api.ask("/partners", asked).body();
        model.addAttribute("partners", page.each("items"));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("merged", merged);
        return "partners";
    }

    private static void ask(Map<String, List<String>> asked, String name, String value) {
        if (!value.isBlank()) {
            asked.put(name, List.of(value));
        }
    }
}
