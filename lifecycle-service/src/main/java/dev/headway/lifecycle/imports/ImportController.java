package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.RenderedResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** History arrives here, as a CSV file of any number of rows up to {@link ImportProperties}. */
@RestController
@EnableConfigurationProperties(ImportProperties.class)
class ImportController {

    private final RowImporter importer;

    private final CommandResponder responder;
    private final JsonMapper json;
    private final ImportProperties limits;
    private final Clock clock;

    private final UploadPermit permit = new UploadPermit();

    ImportController(
            RowImporter importer,
            CommandResponder responder,
            JsonMapper json,
            ImportProperties limits,
            Clock clock) {
        this.importer = importer;
        this.responder = responder;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A dry run stores nothing but its answer under an idempotency key, which the import itself may
     * use once more.
     */
    @PostMapping(path = "/api/v1/imports", consumes = "text/csv")
    ResponseEntity<?> upload(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestParam(required = false) @Nullable String dryRun,
            InputStream body,
            RequestContext context) {
        check(type);
        var dry = isDry(dryRun);
        permit.acquire();
        try {
            var rows = new CsvUpload(body, limits, clock.instant()).rows();
            return dry ? dryRun(rows, context.idempotent()) : imported(rows, context);
        } finally {
            permit.release();
        }
    }

    private ResponseEntity<?> dryRun(List<ImportRow> rows, @Nullable IdempotentRequest request) {
        return responder.answer(
                request == null ? null : request.variant("dryRun"),
                () -> rendered(importer.dryRun(rows)));
    }

    private ResponseEntity<?> imported(List<ImportRow> rows, RequestContext context) {
        if (context.idempotent() != null) {
            return responder.once(context, () -> rendered(importer.run(rows, context).report()));
        }
        var imported = importer.run(rows, context);
        return ResponseEntity.ok()
                .header("Headway-Position", Long.toString(imported.position()))
                .body(imported.report());
    }

    private RenderedResponse rendered(ImportReport report) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(report));
    }

    /** Said in full or not at all: nothing is imported by a slip. */
    private static boolean isDry(@Nullable String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case null -> false;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(new Problem.FieldError("?dryRun", "must be true or false")));
        };
    }

    private static void check(MediaType type) {
        var charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported", "The file must be in UTF-8");
        }
    }
}
