package dev.headway.projections.console.partnership;

import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.Reliefs;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.GhostThresholds;
import dev.headway.projections.console.layout.LookBack;
import dev.headway.projections.console.layout.LookBacks;
import dev.headway.projections.console.layout.Tide;
import dev.headway.projections.console.layout.Times;
import dev.headway.projections.console.moves.CriterionLine;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything about one partnership on one page, and what can be done about it. */
@ConsolePage
class PartnershipController {

    private static final List<String> UNRESOLVED = List.of("OPEN", "ACKNOWLEDGED", "SNOOZED");

    private final Clock clock;
    private final LookBacks lookBacks;

    PartnershipController(Clock clock, LookBacks lookBacks) {
        this.clock = clock;
        this.lookBacks = lookBacks;
    }

    @GetMapping("/partnerships/{id}")
    String page(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            Model model) {
        var then = lookBacks.of(parameters);
        model.addAttribute("then", then);
        model.addAttribute("seats", Seat.values());
        model.addAttribute("seams", Seam.values());
        return then.isAsked()
                ? pageOf(then, id, api, model)
                : pageOfNow(id, then.zone(), api, model);
    }

    /** As it stood, to read; gate, alerts and story are known of the present alone. */
    private String pageOf(LookBack then, UUID id, HeadwayApi api, Model model) {
        var program = AtOnce.ask(() -> api.ask("/program", then.asked()).body());
        var known = api.ask("/partnerships/" + id, then.asked()).body();
        var at = Objects.requireNonNullElse(then.at(), clock.instant());
        var plan = PastPlan.of(known, at, then.zone());
        model.addAttribute("p", known);
        model.addAttribute("rail", Rail.of(known));
        model.addAttribute("tide", tide(known, new GhostThresholds(AtOnce.answer(program))));
        model.addAttribute("plan", plan);
        model.addAttribute("nextThree", new NextThree(plan, at, then.zone()));
        model.addAttribute("chart", ClaimChart.of(known, at));
        model.addAttribute("objectives", ObjectiveLine.allOf(known, times(model)));
        model.addAttribute("isBehind", api.isBehind("/partnerships/" + id));
        return "partnership-then";
    }

    private String pageOfNow(UUID id, ZoneId zone, HeadwayApi api, Model model) {
        var program = AtOnce.ask(() -> api.get("/program").body());
        var gate = AtOnce.ask(() -> gate(id, api));
        var plan = AtOnce.ask(() -> api.get("/partnerships/{id}/next-steps", id).body());
        var story = AtOnce.ask(() -> Story.of(api, id, ""));
        var alerts =
                AtOnce.ask(
                        () ->
                                api.ask(
                                                "/alerts",
                                                Map.of(
                                                        "partnership",
                                                        List.of(id.toString()),
                                                        "status",
                                                        UNRESOLVED))
                                        .body());
        var known = api.get("/partnerships/{id}", id).body();
        var ahead = AtOnce.answer(gate);
        model.addAttribute("p", known);
        model.addAttribute("rail", Rail.of(known));
        model.addAttribute("tide", tide(known, new GhostThresholds(AtOnce.answer(program))));
        model.addAttribute("playbook", playbook(AtOnce.answer(program), id, api));
        model.addAttribute("gate", ahead);
        model.addAttribute("gates", CriterionLine.allOf(ahead));
        var planned = AtOnce.answer(plan);
        model.addAttribute("plan", planned);
        model.addAttribute("nextThree", new NextThree(planned, clock.instant(), zone));
        model.addAttribute(
                "ended",
                known.each("steps").stream()
                        .filter(step -> !step.text("status").equals("OPEN"))
                        .toList());
        model.addAttribute("story", AtOnce.answer(story));
        model.addAttribute("saysWhy", CriterionLine.isMoreGivenWithMove(ahead));
        var live = AtOnce.answer(alerts).each("items");
        model.addAttribute("alerts", live);
        model.addAttribute("open", live.stream().filter(each -> !each.flag("shadow")).count());
        model.addAttribute("reliefs", Reliefs.OFFERED);
        model.addAttribute("chart", ClaimChart.of(known, clock.instant()));
        model.addAttribute("objectives", ObjectiveLine.allOf(known, times(model)));
        model.addAttribute("isBehind", api.isBehind("/partnerships/" + id));
        model.addAttribute("isWordAsked", CriterionLine.isAnyOwn(ahead));
        model.addAttribute("isLaunched", Stage.valueOf(known.text("stage")).isLaunched());
        model.addAttribute("isActive", !known.text("stage").equals(Stage.SUNSET.name()));
        return "partnership";
    }

    private static Times times(Model model) {
        return (Times) Objects.requireNonNull(model.getAttribute("times"));
    }

    /** Asked for only where the program has any. */
    private static ApiObject playbook(ApiObject program, UUID id, HeadwayApi api) {
        return program.has("playbooks")
                ? api.get("/partnerships/{id}/playbook", id).body()
                : ApiObject.NOTHING;
    }

    /**
     * Of a life that holds something unreadable no gate can be told; what else is known of it is.
     */
    private static ApiObject gate(UUID id, HeadwayApi api) {
        try {
            return api.get("/partnerships/{id}/gate", id).body();
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                throw problem;
            }
            return ApiObject.NOTHING;
        }
    }

    /** Older entries, as somebody scrolls there. */
    @GetMapping("/partnerships/{id}/story")
    String older(@PathVariable UUID id, @RequestParam String cursor, HeadwayApi api, Model model) {
        model.addAttribute("p", api.get("/partnerships/{id}", id).body());
        model.addAttribute("story", Story.of(api, id, cursor));
        model.addAttribute("frame", Story.frame(cursor));
        return "story";
    }

    private static @Nullable Tide tide(ApiObject known, GhostThresholds thresholds) {
        var stage = known.text("stage");
        return known.has("ghostAt") && known.has("quietDays")
                ? new Tide(
                        known.count("quietDays"), thresholds.fading(stage), thresholds.ghost(stage))
                : null;
    }
}
