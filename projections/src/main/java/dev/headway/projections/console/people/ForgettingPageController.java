package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Reader;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is to be forgotten, who is, and what had left before. */
@ConsolePage
class ForgettingPageController {

    private static final String ALL = "/people/forgetting";

    @GetMapping(ALL)
    String all(@RequestParam(defaultValue = "") String cursor, HeadwayApi api, Model model) {
        Reader.of(model).must(Reader::mayAudit);
        var asked =
                cursor.isBlank()
                        ? Map.<String, List<String>>of()
                        : Map.of("cursor", List.of(cursor));
        var page = api.ask("/erasures", asked).body();
        model.addAttribute("erasures", page.each("items"));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("mayDecide", AccountForms.mayDecide(Reader.of(model)));
        return "forgetting";
    }

    @GetMapping(ALL + "/{id}")
    String one(@PathVariable UUID id, HeadwayApi api, Model model) {
        Reader.of(model).must(Reader::mayAudit);
        var erasure = api.get("/erasures/{id}", id).body();
        model.addAttribute("erasures", List.of(erasure));
        model.addAttribute("messages", erasure.each("messages"));
        model.addAttribute("exports", erasure.each("exports"));
        model.addAttribute("nextCursor", "");
        model.addAttribute("mayDecide", AccountForms.mayDecide(Reader.of(model)));
        return "forgetting";
    }

    @GetMapping("/people/{id}/forgetting")
    String form(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return page(id, api).show(typed, api, model);
    }

    @PostMapping("/people/{id}/forgetting")
    String ask(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        var page = page(id, api);
        try {
            var body = page.body(typed, api);
            body.computeIfPresent(
                    "names",
                    (_, names) ->
                            names.toString()
                                    .lines()
                                    .filter(Predicate.not(String::isBlank))
                                    .toList());
            body.put("personId", id.toString());
            api.send(HttpMethod.POST, body, null, page.form().path());
            return "redirect:" + ALL;
        } catch (ApiProblem problem) {
            return page.refused(problem, typed, api, model, response);
        }
    }

    @GetMapping(ALL + "/{id}/{what:approval|refusal}")
    String decision(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return page(id, what).show(typed, api, model);
    }

    @PostMapping(ALL + "/{id}/{what:approval|refusal}")
    String decide(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        return page(id, what).send(typed, api, model, response, id);
    }

    private static FormPage page(UUID person, HeadwayApi api) {
        var form = AccountForms.FORGETTING.about(Directory.name(person, api));
        return new FormPage(form, "/people/" + person + "/forgetting", "/people");
    }

    private static FormPage page(UUID erasure, String what) {
        FactForm form = what.equals("approval") ? AccountForms.APPROVAL : AccountForms.REFUSAL;
        return new FormPage(form, ALL + "/" + erasure + "/" + what, ALL);
    }
}
