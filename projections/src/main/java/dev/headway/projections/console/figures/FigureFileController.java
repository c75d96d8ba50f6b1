package dev.headway.projections.console.figures;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A figure to take along: its picture, with its colours in it, or its table. */
@ConsolePage
@RequestMapping("/program/figures")
class FigureFileController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ITemplateEngine templates;

    FigureFileController(ITemplateEngine templates) {
        this.templates = templates;
    }

    @GetMapping("/{id}.svg")
    ResponseEntity<byte[]> picture(@PathVariable String id, HeadwayApi api) {
        var shown = new Context(Locale.UK, Map.of("figure", figure(id, api)));
        return file(SVG, id + ".svg", templates.process("figure-file", shown));
    }

    @GetMapping("/{id}.csv")
    ResponseEntity<byte[]> table(@PathVariable String id, HeadwayApi api) {
        return file(CSV, id + ".csv", FigureCsv.of(figure(id, api)));
    }

    private static Figure figure(String id, HeadwayApi api) {
        var figure =
                LeverageFigures.has(id)
                        ? LeverageFigures.named(id, api.get("/portfolio/leverage").body())
                        : PortfolioFigures.named(id, api.get("/portfolio").body());
        return figure.orElseThrow(NoSuchPageException::new);
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
