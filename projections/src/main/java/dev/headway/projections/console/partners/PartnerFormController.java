package dev.headway.projections.console.partners;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people say of a company: that it is there, what it is called, that two are one. */
@ConsolePage
class PartnerFormController {

    private static final FormPage ADDITION =
            new FormPage(PartnerForms.ADDITION, "/partners/new", "/partners");

    /** At the end of the address of a partner's page. */
    private static final Pattern ID_AT_END = Pattern.compile("[0-9a-f-]{36}$");

    @GetMapping("/partners/new")
    String form(@RequestParam MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        return ADDITION.show(typed, api, model);
    }

    @PostMapping("/partners/new")
    String add(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        try {
            var body = ADDITION.body(typed, api);
            var added = api.send(HttpMethod.POST, body, null, "/partners").body();
            return "redirect:/partners/" + added.text("id");
        } catch (ApiProblem problem) {
            return ADDITION.refused(problem, typed, api, model, response);
        }
    }

    @GetMapping("/partners/{id}/{what:renaming|merging|unmerging}")
    String form(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        var known = api.get("/partners/{id}", id).body();
        var begun = new LinkedMultiValueMap<>(typed);
        begun.addIfAbsent("name", known.text("name"));
        begun.addIfAbsent("website", known.text("website"));
        return page(id, what, known.text("name")).show(begun, api, model);
    }

    @PostMapping("/partners/{id}/{what:renaming|merging|unmerging}")
    String say(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        var known = api.get("/partners/{id}", id).body();
        var given = new LinkedMultiValueMap<>(typed);
        var into = typed.getFirst("into");
        var named = ID_AT_END.matcher(into == null ? "" : into.strip());
        if (named.find()) {
            given.set("into", named.group());
        }
        return page(id, what, known.text("name")).send(given, api, model, response, id);
    }

    private static FormPage page(UUID id, String what, String name) {
        return new FormPage(
                PartnerForms.named(what).about(name),
                "/partners/" + id + "/" + what,
                "/partners/" + id);
    }
}
