package dev.headway.lifecycle.imports.runs;

import dev.headway.projections.http.Problem;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of uploads? Asked by those who may see who did what; what they brought is in the
 * histories of partnerships.
 */
@RestController
class ImportRunController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ImportRunTable runs;
    private final RejectedRowTable rejected;
    private final Cursors cursors;

    ImportRunController(ImportRunTable runs, RejectedRowTable rejected, Cursors cursors) {
        this.runs = runs;
        this.rejected = rejected;
        this.cursors = cursors;
    }

    @MayAudit
    @GetMapping("/api/v1/imports")
    Page<ImportRun> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("imports", parameters);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                runs.newest(after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, last.startedAt().toString(), last.id()));
    }

    @MayAudit
    @GetMapping("/api/v1/imports/{id}")
    ImportRun answer(@PathVariable String id) {
        return runs.find(id).orElseThrow(() -> Problem.notFound("import"));
    }

    /** The rows to mend and send again. */
    @MayAudit
    @GetMapping("/api/v1/imports/{id}/rejected.csv")
    ResponseEntity<byte[]> rejected(@PathVariable String id) {
        var run = runs.find(id).orElseThrow(() -> Problem.notFound("import"));
        var csv = RejectedRowsCsv.of(rejected.of(run.id()));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("rejected.csv").build().toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
