package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Links that show one's dates in a calendar of one's own: made, shown once, and revoked. */
@ConsolePage
@RequestMapping("/me/calendars")
class CalendarPageController {

    private static final String WHOLE = "whole";

    private static final FormPage FORM =
            new FormPage(AccountForms.CALENDAR, "/me/calendars/new", "/me");

    @GetMapping("/new")
    String form(@RequestParam MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        model.addAttribute(WHOLE, true);
        typed.putIfAbsent("everything", List.of("no"));
        return FORM.show(typed, api, model);
    }

    /** The address is in this answer, and in no session. */
    @PostMapping("/new")
    String make(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(WHOLE, true);
        try {
            var body = FORM.body(typed, api);
            var made = api.send(HttpMethod.POST, body, null, FORM.form().path()).body();
            model.addAttribute("title", "A calendar link");
            model.addAttribute(
                    "says",
                    "It is shown here only. Subscribe to it in a calendar; whoever has it sees the dates,"
                            + " until you revoke it.");
            model.addAttribute("secret", made.text("url"));
            model.addAttribute("back", FORM.back());
            return "shown-once";
        } catch (ApiProblem problem) {
            return FORM.refused(problem, typed, api, model, response);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable UUID id, HeadwayApi api, RedirectAttributes next) {
        api.send(HttpMethod.DELETE, null, null, "/calendar-links/{id}", id);
        next.addFlashAttribute("notice", "Revoked.");
        return "redirect:" + FORM.back();
    }
}
