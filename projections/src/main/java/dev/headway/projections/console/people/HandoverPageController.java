package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to whom it all goes, shows what that is, and hands it over once somebody confirms it. */
@ConsolePage
@RequestMapping("/people/{id}/handover")
class HandoverPageController {

    private static final String PANEL = "handover";

    @GetMapping
    String form(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return show(id, typed, api, model);
    }

    /** Changes nothing. */
    @PostMapping("/preview")
    String preview(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        try {
            var body = page(id).body(typed, api);
            var path = "/people/{id}/handover?dryRun=true";
            var report = api.send(HttpMethod.POST, body, null, path, id).body();
            model.addAttribute("outcome", new HandoverOutcome(report));
        } catch (ApiProblem problem) {
            return refused(problem, id, typed, api, model, response);
        }
        // Turbo shows the answer to a form only if nothing was done
        response.setStatus(422);
        return show(id, typed, api, model);
    }

    @PostMapping
    String handOver(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var page = page(id);
        try {
            var body = page.body(typed, api);
            var report = api.send(HttpMethod.POST, body, null, page.form().path(), id).body();
            next.addFlashAttribute("notice", new HandoverOutcome(report).summary(true));
            return "redirect:" + page.back();
        } catch (ApiProblem problem) {
            return refused(problem, id, typed, api, model, response);
        }
    }

    private static String show(
            UUID id, MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        page(id).show(typed, api, model);
        return asked(id, api, model);
    }

    private static String refused(
            ApiProblem problem,
            UUID id,
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        page(id).refused(problem, typed, api, model, response);
        return asked(id, api, model);
    }

    /** Whose it is, beside what is asked. */
    private static String asked(UUID id, HeadwayApi api, Model model) {
        model.addAttribute("owner", api.get("/people/{id}", id).body().text("name"));
        return PANEL;
    }

    private static FormPage page(UUID id) {
        return new FormPage(AccountForms.HANDOVER, "/people/" + id + "/handover", "/people");
    }
}
