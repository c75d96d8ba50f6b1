package dev.headway.projections.console.bulk;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.signin.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks what is to be done to many, shows what would come of it, and does it once somebody confirms
 * it. What is done is what was shown: to those partnerships, by their ids, and once.
 */
@ConsolePage
@RequestMapping("/board/bulk")
class BulkPageController {

    private static final String PANEL = "bulk";
    private static final String WHAT = "what";
    private static final String STRANGERS = "strangers";

    private final Clock clock;

    BulkPageController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping
    String nothingYet() {
        return "redirect:/board";
    }

    @PostMapping
    String form(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        isNoResult(response);
        return show(typed, Selection.of(typed), api, model);
    }

    /** Changes nothing. */
    @PostMapping("/preview")
    String preview(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        isNoResult(response);
        var asked = Selection.of(typed);
        ApiObject report;
        try {
            var body = body(typed, asked, api);
            report = api.send(HttpMethod.POST, body, null, "/bulk?dryRun=true").body();
            model.addAttribute(STRANGERS, page(typed).strangers(body, typed, api));
        } catch (ApiProblem problem) {
            return refused(problem, typed, asked, api, model, response);
        }
        var shown = asked.named(report, api);
        model.addAttribute("outcome", new BulkOutcome(report, shown));
        model.addAttribute("key", key(shown));
        return show(typed, shown, api, model);
    }

    @PostMapping("/done")
    String act(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String key,
            @RequestParam String which,
            @RequestParam(defaultValue = "") String can,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        if (!key.matches("[a-z0-9-]{1,100}")) {
            throw new NoSuchPageException();
        }
        var isSome = which.equals("can");
        var shown = Selection.of(typed);
        var asked = isSome ? shown.only(List.of(can.split(" "))) : shown;
        try {
            var body = body(typed, asked, api);
            var report = api.sendOnce(key + (isSome ? "-can" : "-all"), body, "/bulk").body();
            model.addAttribute("outcome", new BulkOutcome(report, asked));
            model.addAttribute(STRANGERS, page(typed).strangers(body, typed, api));
        } catch (ApiProblem problem) {
            return refused(problem, typed, shown, api, model, response);
        }
        model.addAttribute("form", page(typed).form());
        model.addAttribute("back", page(typed).back());
        return "bulk-done";
    }

    /** Turbo shows the answer to a form only if nothing was done. */
    private static void isNoResult(HttpServletResponse response) {
        response.setStatus(422);
    }

    private static String show(
            MultiValueMap<String, String> typed, Selection selection, HeadwayApi api, Model model) {
        page(typed).show(typed, api, model);
        model.addAttribute("selection", selection);
        return PANEL;
    }

    private static String refused(
            ApiProblem problem,
            MultiValueMap<String, String> typed,
            Selection selection,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        page(typed).refused(problem, typed, api, model, response);
        model.addAttribute("selection", selection);
        return PANEL;
    }

    private static FormPage page(MultiValueMap<String, String> typed) {
        return new FormPage(
                BulkForms.named(typed.getFirst(WHAT)),
                "/board/bulk/preview",
                ReturnPath.of(typed.getFirst("back"), "/board"));
    }

    private static Map<String, Object> body(
            MultiValueMap<String, String> typed, Selection selection, HeadwayApi api) {
        var page = page(typed);
        var body = page.body(typed, api);
        body.put("action", page.form().id());
        selection.addTo(body);
        return body;
    }

    /** Of this preview alone. */
    private String key(Selection selection) {
        return "bulk-%d-%s"
                .formatted(
                        clock.instant().toEpochMilli(),
                        Integer.toHexString(selection.names().hashCode()));
    }
}
