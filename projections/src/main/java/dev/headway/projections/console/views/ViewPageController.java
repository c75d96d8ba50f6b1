package dev.headway.projections.console.views;

import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.yesNo;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.layout.Words;
import dev.headway.projections.console.signin.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what somebody has narrowed a list to, renames it, shares it and lets go of it. */
@ConsolePage
@RequestMapping("/me/views")
class ViewPageController {

    private static final String NOTICE = "notice";

    private static final FactForm FORM =
            FactForm.put(
                            "view",
                            "Change the view",
                            "Change it",
                            "/views/{id}",
                            line("name", "What it is called"),
                            yesNo("shared", "Everybody sees it"))
                    .by(_ -> true);

    @PostMapping
    String save(
            @RequestParam String viewName,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam String list,
            @RequestParam String query,
            @RequestParam(defaultValue = "") String back,
            HeadwayApi api,
            RedirectAttributes next) {
        var body = Map.of("name", viewName, "list", list, "query", query, "shared", shared);
        try {
            api.send(HttpMethod.POST, body, null, "/views");
            next.addFlashAttribute(NOTICE, "The view is saved.");
        } catch (ApiProblem problem) {
            next.addFlashAttribute(NOTICE, "Not saved: " + said(problem));
        }
        return "redirect:" + ReturnPath.of(back, "/me");
    }

    @GetMapping("/{id}")
    String form(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            HeadwayApi api,
            Model model) {
        var view = find(id, api);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("name", view.text("name"));
        typed.add("shared", view.flag("shared") ? "yes" : "no");
        return page(id, back).show(typed, api, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var view = find(id, api);
        var page = page(id, back);
        var body = page.body(typed, api);
        body.put("list", view.text("list"));
        body.put("query", view.text("query"));
        try {
            api.send(HttpMethod.PUT, body, null, FORM.path(), id);
        } catch (ApiProblem problem) {
            return page.refused(problem, typed, api, model, response);
        }
        next.addFlashAttribute(NOTICE, "The view is changed.");
        return "redirect:" + page.back();
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            HeadwayApi api,
            RedirectAttributes next) {
        api.send(HttpMethod.DELETE, null, null, FORM.path(), id);
        next.addFlashAttribute(NOTICE, "The view is removed.");
        return "redirect:" + ReturnPath.of(back, "/me");
    }

    private static FormPage page(UUID id, String back) {
        return new FormPage(FORM, "/me/views/" + id, ReturnPath.of(back, "/me"));
    }

    private static ApiObject find(UUID id, HeadwayApi api) {
        return SavedViews.all(api).stream()
                .map(ViewLink::of)
                .filter(view -> view.text("id").equals(id.toString()))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }

    private static String said(ApiProblem problem) {
        return problem.errors().stream()
                .map(error -> Words.fault(error.text("pointer"), error.text("message")))
                .findFirst()
                .orElse(problem.detail());
    }
}
