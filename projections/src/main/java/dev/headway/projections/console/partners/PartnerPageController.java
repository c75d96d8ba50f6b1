package dev.headway.projections.console.partners;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.GhostThresholds;
import dev.headway.projections.console.layout.Tide;
import dev.headway.projections.console.partnership.StoryEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All motions with one company on one page: each, the quietest first, and what is owed. */
@ConsolePage
class PartnerPageController {

    /**
     * One partnership with it.
     *
     * @param tide how far its ghost clock has run, or null where none runs
     */
    public record Together(ApiObject of, @Nullable Tide tide) {}

    @GetMapping("/partners/{id}")
    String page(@PathVariable UUID id, HeadwayApi api, Model model) {
        var program = AtOnce.ask(() -> api.get("/program").body());
        var history =
                AtOnce.ask(
                        () ->
                                api.ask(
                                                "/partners/" + id + "/history",
                                                Map.of("order", List.of("desc")))
                                        .body());
        var partner = api.get("/partners/{id}", id).body();
        var thresholds = new GhostThresholds(AtOnce.answer(program));
        model.addAttribute("c", partner);
        model.addAttribute(
                "motions",
                partner.each("motions").stream()
                        .map(each -> new Together(each, tide(each, thresholds)))
                        .toList());
        model.addAttribute(
                "said",
                AtOnce.answer(history).each("items").stream().map(StoryEntry::new).toList());
        return "partner";
    }

    private static @Nullable Tide tide(ApiObject item, GhostThresholds thresholds) {
        var stage = item.text("stage");
        return item.has("ghostAt") && item.has("quietDays")
                ? new Tide(
                        item.count("quietDays"), thresholds.fading(stage), thresholds.ghost(stage))
                : null;
    }
}
