package dev.headway.projections.console.people;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What belongs to an owner who is a name only becomes somebody else's. */
@ConsolePage
@RequestMapping("/people/handover")
class NameHandoverPageController {

    @GetMapping
    String form(
            @RequestParam String from,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return new HandoverPage(Leaver.named(from)).show(typed, api, model);
    }

    @PostMapping("/preview")
    String preview(
            @RequestParam String from,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        return new HandoverPage(Leaver.named(from)).preview(typed, api, model, response);
    }

    @PostMapping
    String handOver(
            @RequestParam String from,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return new HandoverPage(Leaver.named(from)).handOver(typed, api, model, next, response);
    }
}
