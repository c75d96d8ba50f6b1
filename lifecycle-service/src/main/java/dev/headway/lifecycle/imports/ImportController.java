package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.http.Call;
import dev.headway.lifecycle.http.Commands;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Repeatable;
import dev.headway.lifecycle.http.Reply;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

/** History arrives here, as a CSV file of any number of rows up to {@link ImportLimits}. */
@RestController
@EnableConfigurationProperties(ImportLimits.class)
class ImportController {

    private final ImportRows importRows;

    /** How long an upload waits for the one before it; fifty thousand rows take about a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Commands commands;
    private final JsonMapper json;
    private final ImportLimits limits;
    private final Clock clock;

    /** One upload at a time: it uses all there is to use, and its rows are held in memory. */
    private final Semaphore turn = new Semaphore(1, true);

    ImportController(
            ImportRows importRows,
            Commands commands,
            JsonMapper json,
            ImportLimits limits,
            Clock clock) {
        this.importRows = importRows;
        this.commands = commands;
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
            Call call) {
        check(type);
        var dry = isDry(dryRun);
        takeTurn();
        try {
            var rows = new UploadedFile(body, limits, clock.instant()).rows();
            return dry ? rehearsed(rows, call.repeatable()) : imported(rows, call);
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable("Another upload is under way; try again");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Headway is stopping; try again");
        }
    }

    private ResponseEntity<?> rehearsed(List<Row> rows, @Nullable Repeatable repeatable) {
        return commands.answer(
                repeatable == null ? null : repeatable.asking("dryRun"),
                () -> kept(importRows.rehearse(rows)));
    }

    private ResponseEntity<?> imported(List<Row> rows, Call call) {
        var repeatable = call.repeatable();
        if (repeatable != null) {
            return commands.once(repeatable, () -> kept(importRows.run(rows, call).report()));
        }
        var imported = importRows.run(rows, call);
        return ResponseEntity.ok()
                .header("Headway-Position", Long.toString(imported.position()))
                .body(imported.report());
    }

    private Reply kept(Report report) {
        return Reply.told(json.writeValueAsString(report));
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
