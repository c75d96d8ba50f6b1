package dev.headway.projections.console.people;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What belongs to a person of the directory becomes somebody else's. */
@ConsolePage
@RequestMapping("/people/{id}/handover")
class HandoverPageController {

    @GetMapping
    String form(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return new HandoverPage(Leaver.person(id, api)).show(typed, api, model);
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        return new HandoverPage(Leaver.person(id, api)).preview(typed, api, model, response);
    }

    @PostMapping
    String handOver(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return new HandoverPage(Leaver.person(id, api)).handOver(typed, api, model, next, response);
    }
}
