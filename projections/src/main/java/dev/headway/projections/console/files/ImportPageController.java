package dev.headway.projections.console.files;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Brings partnerships in by a file. A dry run tells what would come of it, by the very rules of the
 * real one.
 */
@ConsolePage
class ImportPageController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @GetMapping("/import")
    String page() {
        return "import";
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean real,
            @RequestParam(defaultValue = "false") boolean ignoreUnknownColumns,
            HeadwayApi api,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        try {
            var report =
                    api.upload(
                            "/imports?dryRun=%s%s"
                                    .formatted(
                                            !real,
                                            ignoreUnknownColumns
                                                    ? "&ignoreUnknownColumns=true"
                                                    : ""),
                            name.endsWith(".xlsx") ? WORKBOOK : CSV,
                            file.getBytes());
            show(report.body(), model);
        } catch (ApiProblem problem) {
            response.setStatus(problem.status() == 403 ? 403 : 422);
            model.addAttribute("problem", problem);
        }
        model.addAttribute("real", real);
        model.addAttribute("fileName", file.getOriginalFilename());
        return "import";
    }

    private static void show(ApiObject report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute(
                "rejected",
                report.each("rows").stream()
                        .filter(row -> row.text("outcome").equals("REJECTED"))
                        .limit(500)
                        .toList());
    }
}
