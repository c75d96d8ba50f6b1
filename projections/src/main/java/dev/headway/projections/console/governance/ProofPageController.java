package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Attachment;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is signed of the record, and what others can hold it against without asking anybody. */
@ConsolePage
@RequestMapping("/governance")
class ProofPageController {

    private static final Map<String, List<String>> NEWEST = Map.of("limit", List.of("10"));
    private static final List<String> NARROWED_BY = List.of("from", "to", "time", "format");

    private final TypedDays days;

    ProofPageController(TypedDays days) {
        this.days = days;
    }

    @GetMapping("/proof")
    String page(HeadwayApi api, Model model) {
        var checkpoints = api.ask("/audit/checkpoints", NEWEST).body().each("items");
        model.addAttribute("checkpoints", checkpoints);
        model.addAttribute(
                "newest", checkpoints.isEmpty() ? ApiObject.NOTHING : checkpoints.getFirst());
        return "proof";
    }

    @GetMapping("/proof/checkpoint")
    ResponseEntity<byte[]> checkpoint(HeadwayApi api) {
        return file("headway-checkpoint.txt", api.download("/audit/checkpoint"));
    }

    @GetMapping("/proof/keys")
    ResponseEntity<byte[]> keys(HeadwayApi api) {
        return file("headway-keys.txt", api.download("/audit/key"));
    }

    /** The proof of one entry, or that it has none yet. */
    @GetMapping("/proof/{eventId}")
    Object entry(@PathVariable UUID eventId, HeadwayApi api, Model model) {
        try {
            return file(
                    "headway-proof-" + eventId + ".txt",
                    api.download("/audit/proof/{eventId}", eventId));
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND.value()) {
                throw problem;
            }
            model.addAttribute("isUnsealed", true);
            return page(api, model);
        }
    }

    @GetMapping("/export.zip")
    void export(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            HttpServletResponse response) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (var name : NARROWED_BY) {
            var value = typed.getFirst(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, List.of(value));
            }
        }
        days.mean(asked);
        Attachment.ARCHIVE.send(api, "/audit/export", asked, "headway-audit.zip", response);
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.as(name))
                .body(bytes);
    }
}
