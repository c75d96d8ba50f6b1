package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.figures.PortfolioFigures;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Times;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The quarterly pack on a page, and as files that need nobody: one page with its pictures in it,
 * and a table.
 */
@ConsolePage
@RequestMapping("/governance")
class PackPageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String PATH = "/audit/pack";

    private final ITemplateEngine templates;

    PackPageController(ITemplateEngine templates) {
        this.templates = templates;
    }

    @GetMapping("/pack")
    String page(
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String time,
            HeadwayApi api,
            @ModelAttribute("times") Times times,
            Model model) {
        ApiObject pack;
        try {
            pack = api.ask(PATH, asked(quarter, time)).body();
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            pack = api.ask(PATH, asked("", "")).body();
            model.addAttribute("problem", problem);
        }
        model.addAllAttributes(shown(pack));
        model.addAttribute("quarters", PackQuarters.around(pack.text("quarter"), times));
        return "pack";
    }

    @GetMapping("/pack.html")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String time,
            HeadwayApi api,
            @ModelAttribute("times") Times times) {
        var pack = api.ask(PATH, asked(quarter, time)).body();
        var shown = new HashMap<>(shown(pack));
        shown.put("times", times);
        return file(
                HTML,
                "headway-" + pack.text("quarter") + ".html",
                templates
                        .process("pack-file", new Context(Locale.UK, shown))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/pack.csv")
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String time,
            HeadwayApi api) {
        var named = api.ask(PATH, asked(quarter, time)).body().text("quarter");
        return file(CSV, "headway-" + named + ".csv", api.table(PATH, asked(named, time)));
    }

    private static Map<String, List<String>> asked(String quarter, String time) {
        Map<String, List<String>> asked = new HashMap<>();
        if (!quarter.isBlank()) {
            asked.put("quarter", List.of(PackQuarters.meant(quarter)));
        }
        if (!time.isBlank()) {
            asked.put("time", List.of(time));
        }
        return asked;
    }

    private static Map<String, Object> shown(ApiObject pack) {
        return Map.of(
                "pack",
                pack,
                "parts",
                PackParts.of(pack),
                "figures",
                PortfolioFigures.of(pack.at("figures")));
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
