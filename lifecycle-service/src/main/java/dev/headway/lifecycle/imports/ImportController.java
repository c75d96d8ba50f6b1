package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.IdempotentRequests.Reservation;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.imports.uploads.UploadFormat;
import java.io.IOException;
import java.io.InputStream;
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

/**
 * History arrives here, as a file of separated values or a workbook of any number of rows up to
 * {@link ImportProperties}.
 */
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
    @PostMapping(
            path = "/api/v1/imports",
            consumes = {UploadFormat.CSV, UploadFormat.XLSX})
    ResponseEntity<?> upload(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String ignoreUnknownColumns,
            InputStream body,
            RequestContext context)
            throws IOException {
        var format = UploadFormat.of(type);
        var dry = isTrue("dryRun", dryRun);
        var ignoring = isTrue("ignoreUnknownColumns", ignoreUnknownColumns);
        // a key is in use before its body is read, which may have to wait for another upload
        try (var key = responder.reserve(keyOf(context, dry));
                var limited = new LimitedInputStream(body, limits.body())) {
            permit.acquire();
            try {
                var reading = new ImportFile.Reading(format, ignoring, limits, clock.instant());
                var file = ImportFile.read(limited, reading);
                return dry ? dryRun(file, key) : imported(file, key, context);
            } finally {
                permit.release();
            }
        }
    }

    private static @Nullable IdempotentRequest keyOf(RequestContext context, boolean dry) {
        var request = context.idempotent();
        return request != null && dry ? request.variant("dryRun") : request;
    }

    private ResponseEntity<?> dryRun(ImportFile file, @Nullable Reservation key) {
        return responder.answer(key, () -> rendered(importer.dryRun(file)));
    }

    private ResponseEntity<?> imported(
            ImportFile file, @Nullable Reservation key, RequestContext context) {
        if (key != null) {
            return responder.once(key, () -> rendered(importer.run(file, context).report()));
        }
        var imported = importer.run(file, context);
        return ResponseEntity.ok()
                .header("Headway-Position", Long.toString(imported.position()))
                .body(imported.report());
    }

    private RenderedResponse rendered(ImportReport report) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(report));
    }

    /** Said in full or not at all: nothing is imported, or left out, by a slip. */
    private static boolean isTrue(String parameter, @Nullable String value) {
        return switch (value) {
            case "true" -> true;
            case null -> false;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(
                                    new Problem.FieldError(
                                            "?" + parameter, "must be true or false")));
        };
    }
}
