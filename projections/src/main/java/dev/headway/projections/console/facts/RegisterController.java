package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.person;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a partnership begins. */
@ConsolePage
class RegisterController {

    private static final FactForm FORM =
            FactForm.post(
                            "registration",
                            "Register a partnership",
                            "Register it",
                            "",
                            line("name", "What it is called"),
                            line("partner.name", "Who the partner is"),
                            choice("partner.type", "What kind of partner", PartnerType.values()),
                            line("partner.website", "Their website").optional(),
                            choice("pattern", "What will be executed", Pattern.values()).optional(),
                            line("segment", "In which segment").optional(),
                            person("owner", "Who of ours holds the relationship").optional())
                    .dated();

    @GetMapping("/partnerships/new")
    String form(@RequestParam MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        return show(typed, null, api, model);
    }

    @PostMapping("/partnerships/new")
    String register(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var body = FormBody.of(FORM.fields(), typed);
        NamedPeople.identify(body, FORM.fields(), api);
        try {
            var registered = api.send(HttpMethod.POST, body, null, "/partnerships").body();
            say(next, registered, NamedPeople.strangers(body, FORM.fields(), typed, api));
            return "redirect:/partnerships/" + registered.text("id");
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            response.setStatus(422);
            return show(typed, problem, api, model);
        }
    }

    private static void say(
            RedirectAttributes next, ApiObject registered, List<Stranger> strangers) {
        var twins = registered.each("possibleTwins").stream().map(twin -> twin.text("name"));
        var names = twins.collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            NamedPeople.say(next, "Registered, as a prospect.", strangers);
        } else {
            var kept =
                    strangers.isEmpty()
                            ? ""
                            : ". The owner is kept as a name: no account is called exactly so.";
            Notice.say(next, "Registered. There is another one of that name: {name}" + kept, names);
        }
    }

    private static String show(
            MultiValueMap<String, String> typed,
            @Nullable ApiProblem problem,
            HeadwayApi api,
            Model model) {
        FORM.offerTo(model);
        model.addAttribute(
                "form", new FilledForm(FORM, typed, Map.of(), NamedPeople.suggested(api), problem));
        model.addAttribute("partnership", ApiObject.NOTHING);
        model.addAttribute("action", "/partnerships/new");
        model.addAttribute("back", "/board");
        return "record";
    }
}
