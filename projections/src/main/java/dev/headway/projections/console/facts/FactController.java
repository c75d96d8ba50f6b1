package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiAnswer;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.layout.Times;
import dev.headway.projections.console.signin.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.IdGenerator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records what a form says, and goes back to where it was asked for. */
@ConsolePage
@RequestMapping("/partnerships/{id}/record/{fact}")
class FactController {

    /** What makes sense to try again with other words; all else is a page of its own. */
    private static final Set<Integer> MENDED_IN_FORM = Set.of(400, 403, 409, 412, 422);

    private static final String CLAIM = "leverage-claim";

    private final IdGenerator ids;

    FactController(IdGenerator ids) {
        this.ids = ids;
    }

    @GetMapping
    String form(
            @PathVariable UUID id,
            @PathVariable String fact,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        var known = new FactCall(form(fact, typed), id, typed, api, times(model), ids).begun();
        return show(filled(fact, known, api), id, typed, api, model);
    }

    private static Times times(Model model) {
        return (Times) Objects.requireNonNull(model.getAttribute("times"));
    }

    @PostMapping
    String record(
            @PathVariable UUID id,
            @PathVariable String fact,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var form = form(fact, typed);
        var before = api.get("/partnerships/{id}", id);
        var call = new FactCall(form, id, typed, api, times(model), ids);
        Map<String, Object> body;
        ApiAnswer after;
        try {
            body = call.body();
            after = call.send(body);
        } catch (ApiProblem problem) {
            if (!MENDED_IN_FORM.contains(problem.status())) {
                throw problem;
            }
            response.setStatus(422);
            var again = filled(fact, typed, api).refused(problem);
            return show(again, id, typed, api, model);
        }
        var said = new WhatChanged(form, typed, before).said(after, times(model));
        NamedPeople.say(next, said, NamedPeople.strangers(body, form.fields(), typed, api));
        return "redirect:" + back(typed.getFirst("back"), id);
    }

    /** What is corrected is recorded by the form of its own kind. */
    private static FactForm form(String fact, MultiValueMap<String, String> typed) {
        return fact.equals(Corrections.ID)
                ? Corrections.of(typed.getFirst("kind-of"))
                : FactCatalogue.find(fact)
                        .map(form -> AskedFor.of(form, typed))
                        .orElseThrow(NoSuchPageException::new);
    }

    private static FilledForm filled(
            String fact, MultiValueMap<String, String> typed, HeadwayApi api) {
        var form = form(fact, typed);
        var asked = fromProgram(form);
        var labels =
                asked == null
                        ? Map.<String, String>of()
                        : FilledForm.statements(api.get("/program").body(), asked.list());
        var asksForPerson =
                form.fields().stream().anyMatch(each -> each.kind() == FormField.Kind.PERSON);
        var people = asksForPerson ? NamedPeople.suggested(api) : List.<String>of();
        return new FilledForm(withChoices(form, asked, labels), typed, labels, people, null);
    }

    /** A field whose choices the program names, and where it does. */
    private record FromProgram(String field, String list) {}

    private static @Nullable FromProgram fromProgram(FactForm form) {
        if (form.field("disqualifier").isPresent()) {
            return new FromProgram("disqualifier", "disqualifiers");
        }
        return form.field("criterion").isPresent()
                ? new FromProgram("criterion", "criteria")
                : null;
    }

    /** To what every program has, for those forms that have any. */
    private static FactForm withChoices(
            FactForm form, @Nullable FromProgram asked, Map<String, String> labels) {
        return asked == null || labels.isEmpty()
                ? form
                : form.withFields(
                        form.fields().stream()
                                .map(
                                        field ->
                                                field.name().equals(asked.field())
                                                        ? field.of(both(field.choices(), labels))
                                                        : field)
                                .toList());
    }

    private static List<String> both(List<String> choices, Map<String, String> labels) {
        return Stream.concat(choices.stream(), labels.keySet().stream()).toList();
    }

    private static String show(
            FilledForm filled,
            UUID id,
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        filled.form().offerTo(model);
        model.addAttribute("form", filled);
        var partnership = api.get("/partnerships/{id}", id).body();
        model.addAttribute("partnership", partnership);
        if (filled.form().id().equals(CLAIM)) {
            model.addAttribute("beside", PastClaims.said(partnership, api));
        }
        model.addAttribute("action", "/partnerships/" + id + "/record/" + filled.form().id());
        model.addAttribute("on", typed.getFirst("on"));
        model.addAttribute("about", typed.getFirst("about"));
        model.addAttribute("kindOf", typed.getFirst("kind-of"));
        model.addAttribute("back", back(typed.getFirst("back"), id));
        return "record";
    }

    private static String back(@Nullable String asked, UUID id) {
        return ReturnPath.of(asked, "/partnerships/" + id);
    }
}
