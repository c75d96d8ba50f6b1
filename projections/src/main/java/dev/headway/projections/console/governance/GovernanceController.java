package dev.headway.projections.console.governance;

import dev.headway.contracts.Channel;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.LookBacks;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks through the audit, back to how the portfolio stood, and at exceptions that wait. */
@ConsolePage
class GovernanceController {

    private static final Map<String, List<String>> WAITING =
            Map.of("status", List.of("REQUESTED"), "sort", List.of("requestedAt"));

    /** Whose names are suggested. */
    private static final Map<String, List<String>> MANY = Map.of("limit", List.of("200"));

    private final LookBacks lookBacks;
    private final TypedDays days;

    GovernanceController(LookBacks lookBacks, TypedDays days) {
        this.lookBacks = lookBacks;
        this.days = days;
    }

    @GetMapping("/governance")
    String audit(
            @RequestParam MultiValueMap<String, String> parameters, HeadwayApi api, Model model) {
        var search = AuditSearch.of(parameters, api);
        model.addAttribute("search", search);
        model.addAttribute("then", lookBacks.none());
        model.addAttribute("families", EntryKinds.ALL);
        model.addAttribute("channels", Channel.values());
        var waiting = AtOnce.ask(() -> api.ask("/waivers", WAITING).body());
        var people = AtOnce.ask(() -> api.ask("/people", MANY).body());
        var page = search.unknownKind().isEmpty() ? entries(search, api, model) : ApiObject.NOTHING;
        model.addAttribute("entries", AuditLine.of(page.each("items")));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("waiting", AtOnce.answer(waiting).each("items"));
        model.addAttribute("people", AtOnce.answer(people).each("items"));
        return "governance";
    }

    private ApiObject entries(AuditSearch search, HeadwayApi api, Model model) {
        try {
            return api.ask("/audit/entries", search.asked(days)).body();
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            return ApiObject.NOTHING;
        }
    }
}
