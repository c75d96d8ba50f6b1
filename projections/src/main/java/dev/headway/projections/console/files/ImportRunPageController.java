package dev.headway.projections.console.files;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far one import has come, and which rows it did not take; whoever asks may come back. */
@ConsolePage
@RequestMapping("/import/{id}")
class ImportRunPageController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** On the page; the file has all. */
    private static final int SHOWN = 100;

    /** Without scripts, after so many seconds. */
    private static final int AGAIN = 2;

    @GetMapping
    String run(
            @PathVariable String id,
            @RequestHeader(name = "Turbo-Frame", required = false) @Nullable String frame,
            HeadwayApi api,
            Model model) {
        var run = new ImportView(api.get("/imports/{id}", id).body());
        model.addAttribute("run", run);
        model.addAttribute("framed", frame != null);
        model.addAttribute("liveKind", "import");
        if (run.isRunning()) {
            model.addAttribute("again", AGAIN);
        }
        if (run.hasRejected()) {
            model.addAttribute("rejected", RejectedRows.first(SHOWN, csv(id, api)));
        }
        return "import-run";
    }

    @GetMapping("/rejected.csv")
    ResponseEntity<byte[]> rejected(@PathVariable String id, HeadwayApi api) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("rejected.csv").build().toString())
                .body(csv(id, api).getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(String id, HeadwayApi api) {
        return new String(api.download("/imports/{id}/rejected.csv", id), StandardCharsets.UTF_8);
    }
}
