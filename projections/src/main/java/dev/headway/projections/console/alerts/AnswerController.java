package dev.headway.projections.console.alerts;

import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.prose;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.signin.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody answers an alert. */
@ConsolePage
@RequestMapping("/alerts/{id}")
class AnswerController {

    private static final String ANSWER = "/{answer:take|snooze|dismissal}";

    private static final List<FactForm> FORMS =
            List.of(
                    FactForm.post(
                            "take",
                            "Acknowledge the alert: it is yours",
                            "It is mine",
                            "/alerts/{id}/acknowledgement",
                            prose("note", "What you do about it").optional()),
                    FactForm.post(
                            "snooze",
                            "Snooze the alert",
                            "Snooze it",
                            "/alerts/{id}/snooze",
                            day("until", "Until when").hint("At most 30 days."),
                            prose("reason", "Why")),
                    FactForm.post(
                            "dismissal",
                            "Dismiss the alert",
                            "Dismiss it",
                            "/alerts/{id}/dismissal",
                            prose("reason", "Why")));

    /** Where links in older messages lead. Whoever opens one has answered nothing by it. */
    @GetMapping("/acknowledge")
    String fromChat(@PathVariable UUID id) {
        return "redirect:/alerts/" + id + "/take";
    }

    @GetMapping(ANSWER)
    String form(
            @PathVariable UUID id,
            @PathVariable String answer,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        model.addAttribute("alert", api.get("/alerts/{id}", id).body());
        return page(id, answer, typed).show(typed, api, model);
    }

    @PostMapping(ANSWER)
    String answer(
            @PathVariable UUID id,
            @PathVariable String answer,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        next.addFlashAttribute("notice", "Answered.");
        model.addAttribute("alert", api.get("/alerts/{id}", id).body());
        return page(id, answer, typed).send(typed, api, model, response, id);
    }

    private static FormPage page(UUID id, String answer, MultiValueMap<String, String> typed) {
        var form =
                FORMS.stream()
                        .filter(each -> each.id().equals(answer))
                        .findFirst()
                        .orElseThrow(NoSuchPageException::new);
        return new FormPage(
                form,
                "/alerts/" + id + "/" + answer,
                ReturnPath.of(typed.getFirst("back"), "/alerts"));
    }
}
