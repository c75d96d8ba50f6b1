package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to whom it all goes, shows what that is, and hands it over once somebody confirms it. */
record HandoverPage(Leaver leaver) {

    private static final String PANEL = "handover";

    String show(MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        form().show(typed, api, model);
        return asked(typed, model);
    }

    /** Changes nothing. */
    String preview(
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        try {
            var body = body(typed, api);
            var path = leaver.call() + "?dryRun=true";
            var report = api.send(HttpMethod.POST, body, null, path).body();
            var heir = Heir.of(body, api);
            model.addAttribute("outcome", new HandoverOutcome(report));
            model.addAttribute("heir", heir);
            typed.set(Heir.TYPED, heir.name());
        } catch (ApiProblem problem) {
            return refused(problem, typed, api, model, response);
        }
        // Turbo shows the answer to a form only if nothing was done
        response.setStatus(422);
        return show(typed, api, model);
    }

    String handOver(
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            var body = body(typed, api);
            var report = api.send(HttpMethod.POST, body, null, leaver.call()).body();
            Notice.say(next, new HandoverOutcome(report).moved(), Heir.of(body, api).name());
            return "redirect:" + form().back();
        } catch (ApiProblem problem) {
            return refused(problem, typed, api, model, response);
        }
    }

    private Map<String, Object> body(MultiValueMap<String, String> typed, HeadwayApi api) {
        return leaver.with(Heir.chosen(form().body(typed, api), typed));
    }

    private String refused(
            ApiProblem problem,
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        form().refused(problem, typed, api, model, response);
        return asked(typed, model);
    }

    /** Whose it is, and whose it was said to become, beside what is asked. */
    private String asked(MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("leaver", leaver);
        model.addAttribute("chosen", typed.getFirst(Heir.CHOSEN));
        return PANEL;
    }

    private FormPage form() {
        return new FormPage(AccountForms.HANDOVER.about(leaver.name()), leaver.page(), "/people");
    }
}
