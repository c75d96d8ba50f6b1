package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.IdempotentRequests.Reservation;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.imports.ImportRunner.Upload;
import dev.headway.lifecycle.imports.RowImporter.ImportOutcome;
import dev.headway.lifecycle.imports.runs.ImportRun;
import dev.headway.lifecycle.imports.uploads.UploadFormat;
import dev.headway.projections.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final String PREFER = "Prefer";
    private static final String RESPOND_ASYNC = "respond-async";

    private final ImportRunner runner;

    private final CommandResponder responder;
    private final JsonMapper json;
    private final ImportProperties limits;
    private final Clock clock;

    private final UploadPermit permit = new UploadPermit();

    ImportController(
            ImportRunner runner,
            CommandResponder responder,
            JsonMapper json,
            ImportProperties limits,
            Clock clock) {
        this.runner = runner;
        this.responder = responder;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A dry run stores nothing but its answer under an idempotency key, which the import itself may
     * use once more. Whoever prefers not to wait (RFC 7240) is told where to ask.
     */
    @PostMapping(
            path = "/api/v1/imports",
            consumes = {UploadFormat.CSV, UploadFormat.XLSX})
    ResponseEntity<?> upload(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = PREFER, required = false) @Nullable String prefer,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String ignoreUnknownColumns,
            InputStream body,
            RequestContext context)
            throws IOException {
        var format = UploadFormat.of(type);
        var dry = isTrue("dryRun", dryRun);
        var ignoring = isTrue("ignoreUnknownColumns", ignoreUnknownColumns);
        var request = keyOf(context, dry);
        // a key is in use before its body is read, which may have to wait for another upload
        try (var key = responder.reserve(request);
                var limited = new LimitedInputStream(body, limits.body())) {
            runner.refuseIfRunning(context, dry, request);
            permit.acquire();
            var inUse = new AtomicBoolean(true);
            Runnable release =
                    () -> {
                        if (inUse.getAndSet(false)) {
                            permit.release();
                        }
                    };
            var isBeside = false;
            try {
                var reading = new ImportFile.Reading(format, ignoring, limits, clock.instant());
                var file = ImportFile.read(limited, reading);
                var upload = new Upload(file, dry, context, request);
                if (prefersNotToWait(prefer) || runner.hasBegun(upload)) {
                    var answered = responder.before(key);
                    isBeside = answered.isEmpty();
                    return answered.isPresent()
                            ? answered.get()
                            : accepted(runner.beside(upload, release));
                }
                return dry ? dryRun(file, key) : imported(file, key, context);
            } finally {
                if (!isBeside) {
                    release.run();
                }
            }
        }
    }

    private static boolean prefersNotToWait(@Nullable String prefer) {
        return prefer != null
                && Arrays.stream(prefer.split("[,;]"))
                        .anyMatch(each -> each.strip().equalsIgnoreCase(RESPOND_ASYNC));
    }

    private static ResponseEntity<?> accepted(ImportRun run) {
        return ResponseEntity.accepted()
                .location(URI.create(pathOf(run.id())))
                .header("Preference-Applied", RESPOND_ASYNC)
                .body(run);
    }

    private static @Nullable IdempotentRequest keyOf(RequestContext context, boolean dry) {
        var request = context.idempotent();
        return request != null && dry ? request.variant("dryRun") : request;
    }

    private ResponseEntity<?> dryRun(ImportFile file, @Nullable Reservation key) {
        return responder.answer(key, () -> rendered(runner.dryRun(file)));
    }

    private ResponseEntity<?> imported(
            ImportFile file, @Nullable Reservation key, RequestContext context) {
        if (key != null) {
            return responder.once(key, () -> rendered(runner.now(file, context)));
        }
        var imported = runner.now(file, context);
        return ResponseEntity.ok()
                .location(URI.create(pathOf(imported.importId())))
                .header("Headway-Position", Long.toString(imported.position()))
                .body(imported.report());
    }

    private RenderedResponse rendered(ImportOutcome outcome) {
        return new RenderedResponse(
                HttpStatus.OK.value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                pathOf(outcome.importId()),
                json.writeValueAsString(outcome.report()));
    }

    private static String pathOf(String importId) {
        return "/api/v1/imports/" + importId;
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
