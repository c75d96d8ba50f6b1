package dev.headway.projections.console.files;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes files that bring partnerships in, and lists what became of those before. A dry run tells
 * what would come of a file, by the very rules of the real one; neither is waited for.
 */
@ConsolePage
class ImportPageController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String TEMPLATE =
            "externalKey,name,partnerName,partnerType,registeredAt,pattern,segment,owner,pilotAt,"
                    + "launchAt,scaledAt,sunsetAt,sunsetReason,lastMotionAt\r\n";

    private final Clock clock;

    ImportPageController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/import")
    String page(@RequestParam(defaultValue = "") String cursor, HeadwayApi api, Model model) {
        return show(cursor, api, model);
    }

    /**
     * @param once of the page that it was sent from: the same file from the same page is taken once
     */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean real,
            @RequestParam(defaultValue = "false") boolean ignoreUnknownColumns,
            @RequestParam(defaultValue = "0") long once,
            HeadwayApi api,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        var options =
                "?dryRun=%s%s"
                        .formatted(!real, ignoreUnknownColumns ? "&ignoreUnknownColumns=true" : "");
        try {
            var bytes = file.getBytes();
            var run =
                    api.upload(
                            "/imports" + options,
                            name.endsWith(".xlsx") ? WORKBOOK : CSV,
                            bytes,
                            real ? FileKey.of(once, options, bytes) : null);
            return "redirect:/import/" + run.body().text("id");
        } catch (ApiProblem problem) {
            response.setStatus(problem.status() == 403 ? 403 : 422);
            model.addAttribute("faults", new HeaderFaults(problem).said());
            return show("", api, model);
        }
    }

    /** The first row of a file, to be filled below. */
    @GetMapping("/import/template.csv")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("headway-import.csv")
                                .build()
                                .toString())
                .body(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }

    private String show(String cursor, HeadwayApi api, Model model) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("limit", List.of("20"));
        if (!cursor.isEmpty()) {
            asked.put("cursor", List.of(cursor));
        }
        model.addAttribute("types", PartnerType.values());
        model.addAttribute("patterns", Pattern.values());
        model.addAttribute("once", clock.instant().toEpochMilli());
        model.addAttribute("liveKind", "import");
        try {
            var page = api.ask("/imports", asked).body();
            model.addAttribute("runs", page.each("items").stream().map(ImportView::new).toList());
            model.addAttribute("nextCursor", page.text("nextCursor"));
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.FORBIDDEN.value()) {
                throw problem;
            }
            model.addAttribute("runs", List.of());
            model.addAttribute("nextCursor", "");
        }
        return "import";
    }
}
