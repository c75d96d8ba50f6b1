package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.imports.RowImporter.ImportOutcome;
import dev.headway.lifecycle.imports.runs.ImportRun;
import dev.headway.lifecycle.imports.runs.ImportRunState;
import dev.headway.lifecycle.imports.runs.ImportRunTable;
import dev.headway.lifecycle.imports.runs.ImportRunTable.Beginning;
import dev.headway.lifecycle.imports.runs.RejectedRowTable;
import dev.headway.projections.http.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Runs an upload while its caller waits, or beside them; either way what becomes of it is kept for
 * whoever asks. Under a key, one that runs or has finished is not run again, and one that broke off
 * goes on from where it was.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final RowImporter importer;
    private final ImportRunTable runs;
    private final RejectedRowTable rejections;
    private final IdGenerator ids;

    ImportRunner(
            RowImporter importer,
            ImportRunTable runs,
            RejectedRowTable rejections,
            IdGenerator ids) {
        this.importer = importer;
        this.runs = runs;
        this.rejections = rejections;
        this.ids = ids;
    }

    /** What somebody asked for. */
    record Upload(
            ImportFile file,
            boolean dryRun,
            RequestContext caller,
            @Nullable IdempotentRequest request) {}

    /** Runs it now. */
    ImportOutcome now(ImportFile file, RequestContext caller) {
        var record = begun(new Upload(file, false, caller, null));
        try (record) {
            var outcome = importer.run(file, caller, record);
            record.end(null);
            return outcome;
        } catch (RuntimeException failure) {
            record.end(why(failure));
            throw failure;
        }
    }

    /** What would become of it, of which nothing is kept. */
    ImportReport dryRun(ImportFile file) {
        return importer.dryRun(file, new RecordedRun("dry run", runs, rejections));
    }

    /**
     * Refuses what is under way under its key already. Asked before its body is read, which would
     * have to wait for the end of the one that runs.
     *
     * @throws Problem 409 that says where to ask how far it has come
     */
    void refuseIfRunning(RequestContext caller, boolean dryRun, @Nullable IdempotentRequest key) {
        keyed(caller, dryRun, key)
                .map(ImportRunTable.Keyed::run)
                .filter(run -> run.state() == ImportRunState.RUNNING)
                .ifPresent(
                        run -> {
                            throw Problem.stillRunning(
                                    "The first call with this Idempotency-Key still runs; ask GET"
                                            + " /api/v1/imports/"
                                            + run.id());
                        });
    }

    /**
     * Whether it was begun beside its caller before, under its key.
     *
     * @throws Problem 422 when its key came with another file
     */
    boolean hasBegun(Upload upload) {
        return before(upload) != null;
    }

    /**
     * Runs it beside the caller.
     *
     * @param whenOver called once, also when nothing is to be run
     * @throws Problem 422 when its key came with another file
     */
    ImportRun beside(Upload upload, Runnable whenOver) {
        var isRunning = false;
        try {
            var before = before(upload);
            if (before != null && before.state() == ImportRunState.INTERRUPTED) {
                if (runs.resume(before.id())) {
                    start(upload, recorded(before.id()), whenOver);
                    isRunning = true;
                }
                return runs.find(before.id()).orElse(before);
            }
            if (before != null && before.state() != ImportRunState.FAILED) {
                return before;
            }
            if (before != null) {
                runs.releaseKey(before.id());
            }
            var record = begun(upload);
            start(upload, record, whenOver);
            isRunning = true;
            return runs.find(record.importId()).orElseThrow();
        } finally {
            if (!isRunning) {
                whenOver.run();
            }
        }
    }

    private @Nullable ImportRun before(Upload upload) {
        var request = upload.request();
        if (request == null) {
            return null;
        }
        var before = keyed(upload.caller(), upload.dryRun(), request);
        if (before.isPresent() && !before.get().fingerprint().equals(request.fingerprint().get())) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "key-reused",
                    "This Idempotency-Key came with another body before");
        }
        return before.map(ImportRunTable.Keyed::run).orElse(null);
    }

    private Optional<ImportRunTable.Keyed> keyed(
            RequestContext caller, boolean dryRun, @Nullable IdempotentRequest request) {
        return request == null
                ? Optional.empty()
                : runs.find(caller.actor().getName(), dryRun, request.key().key());
    }

    private RecordedRun begun(Upload upload) {
        var request = upload.request();
        var id = "import-" + ids.generateId();
        var isNew =
                runs.begin(
                        new Beginning(
                                id,
                                upload.dryRun(),
                                upload.caller().actor(),
                                upload.file().rows().size(),
                                upload.file().ignoredColumns(),
                                request == null ? null : request.key().key(),
                                request == null ? null : request.fingerprint().get()));
        if (!isNew) {
            throw Problem.unavailable("The same upload has just begun elsewhere; ask for it");
        }
        return recorded(id);
    }

    private RecordedRun recorded(String importId) {
        return new RecordedRun(importId, runs, rejections).started();
    }

    private void start(Upload upload, RecordedRun record, Runnable whenOver) {
        Thread.ofVirtual()
                .name(record.importId())
                .start(
                        () -> {
                            try (record) {
                                run(upload, record);
                            } finally {
                                whenOver.run();
                            }
                        });
    }

    private void run(Upload upload, RecordedRun record) {
        try {
            if (upload.dryRun()) {
                importer.dryRun(upload.file(), record);
            } else {
                importer.run(upload.file(), upload.caller(), record);
            }
            record.end(null);
        } catch (Throwable failure) { // whatever it was, whoever asks is told
            LOG.error("{} ended before all rows were answered", record.importId(), failure);
            record.end(why(failure));
        }
    }

    private static String why(Throwable failure) {
        return failure instanceof Problem problem && problem.getBody().getDetail() != null
                ? problem.getBody().getDetail()
                : "Something is broken in Headway; what is in stays in";
    }
}
