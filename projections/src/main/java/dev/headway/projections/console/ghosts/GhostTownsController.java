package dev.headway.projections.console.ghosts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.Reliefs;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.GhostThresholds;
import dev.headway.projections.console.layout.Tide;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ghost towns, those that went quiet last first, and those that become some within 15 days. */
@ConsolePage
class GhostTownsController {

    private static final Duration SOON = Duration.ofDays(15);

    /** Reasons whose form is "Record motion" or "Plan a step". */
    private static final Set<String> BUTTONS = Set.of("ghost-town", "fading", "no-open-step");

    private final Clock clock;

    GhostTownsController(Clock clock) {
        this.clock = clock;
    }

    /** One that stands still, or soon does. */
    public record Town(ApiObject of, Tide tide) {

        /** Whether each row has a button for what sets it going anyway. */
        public boolean isHelpedByButton() {
            return BUTTONS.contains(of.at("standsStill").text("reason"));
        }
    }

    @GetMapping("/ghost-towns")
    String towns(@RequestParam(defaultValue = "") String cursor, HeadwayApi api, Model model) {
        var program = AtOnce.ask(() -> api.get("/program").body());
        var ghosts = AtOnce.ask(() -> api.ask("/partnerships", ghosts(cursor)).body());
        var soon = AtOnce.ask(() -> api.ask("/partnerships", soon()).body());
        var all = AtOnce.ask(() -> api.get("/partnerships/counts?ghost=true").body());
        var figures = AtOnce.ask(() -> api.get("/portfolio").body());
        var thresholds = new GhostThresholds(AtOnce.answer(program));
        var page = AtOnce.answer(ghosts);
        model.addAttribute("ghosts", towns(page, thresholds));
        model.addAttribute("reliefs", Reliefs.OFFERED);
        model.addAttribute("found", AtOnce.answer(all).count("total"));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("soon", towns(AtOnce.answer(soon), thresholds));
        model.addAttribute("bars", QuietBars.ask(api, thresholds, clock.instant()));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("thresholds", thresholds);
        model.addAttribute("cohorts", AtOnce.answer(figures).each("survival"));
        return "ghost-towns";
    }

    private static Map<String, List<String>> ghosts(String cursor) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("ghost", List.of("true"));
        asked.put("sort", List.of("-ghostAt"));
        asked.put("limit", List.of("50"));
        if (!cursor.isEmpty()) {
            asked.put("cursor", List.of(cursor));
        }
        return asked;
    }

    private Map<String, List<String>> soon() {
        return Map.of(
                "ghost", List.of("false"),
                "ghostBefore", List.of(clock.instant().plus(SOON).toString()),
                "sort", List.of("ghostAt"),
                "limit", List.of("50"));
    }

    private static List<Town> towns(ApiObject page, GhostThresholds thresholds) {
        return page.each("items").stream()
                .map(
                        each ->
                                new Town(
                                        each,
                                        new Tide(
                                                each.count("quietDays"),
                                                thresholds.fading(each.text("stage")),
                                                thresholds.ghost(each.text("stage")))))
                .toList();
    }
}
