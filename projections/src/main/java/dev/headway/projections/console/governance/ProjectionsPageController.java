package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Notice;
import dev.headway.projections.console.layout.Reader;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far what answers has read, and having it built anew. */
@ConsolePage
@RequestMapping("/governance/projections")
class ProjectionsPageController {

    private static final String PAGE = "/governance/projections";

    /** Without scripts, after so many seconds. */
    private static final int AGAIN = 5;

    @GetMapping
    String page(HeadwayApi api, Model model) {
        Reader.of(model).must(Reader::mayAudit);
        var answer = api.get("/projections").body();
        var lines = answer.each("items").stream().map(each -> ProjectionLine.of(each, answer));
        model.addAttribute("lines", lines.toList());
        model.addAttribute("left", ProjectionLine.left(answer));
        if (answer.each("items").stream().anyMatch(ProjectionsPageController::isUnderWay)) {
            model.addAttribute("again", AGAIN);
        }
        return "projections";
    }

    @PostMapping("/{name}/rebuild")
    String rebuild(@PathVariable String name, HeadwayApi api, RedirectAttributes next) {
        api.send(HttpMethod.POST, null, null, "/projections/{name}/rebuild", name);
        Notice.say(next, "{name} is built anew. It goes on answering meanwhile.", name);
        return "redirect:" + PAGE;
    }

    @PostMapping("/rebuild")
    String rebuildAll(HeadwayApi api, RedirectAttributes next) {
        api.send(HttpMethod.POST, null, null, "/projections/rebuild");
        next.addFlashAttribute(
                "notice", "All are built anew, one after the other. They go on answering.");
        return "redirect:" + PAGE;
    }

    private static boolean isUnderWay(ApiObject projection) {
        var state = projection.at("rebuild").text("state");
        return !state.isEmpty() && !state.equals("FAILED");
    }
}
