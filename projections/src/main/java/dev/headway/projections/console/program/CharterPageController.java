package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The program's simple rules on one page, to print and to hang up. */
@ConsolePage
class CharterPageController {

    @GetMapping("/program/charter")
    String charter(HeadwayApi api, Model model) {
        var charter = api.get("/program/charter").body();
        var until = charter.at("before").text("until");
        var before = api.ask("/program", Map.of("asOf", List.of(until))).body();
        model.addAttribute("charter", charter);
        model.addAttribute("thresholds", CharterLines.thresholds(charter));
        model.addAttribute("criteria", CharterLines.criteria(charter));
        model.addAttribute("limits", CharterLines.limits(charter));
        model.addAttribute("playbooks", CharterLines.playbooks(charter));
        model.addAttribute("patterns", CharterLines.patterns(charter, Pattern.values()));
        model.addAttribute("changes", ProgramDifferences.between(before, charter));
        return "charter";
    }
}
