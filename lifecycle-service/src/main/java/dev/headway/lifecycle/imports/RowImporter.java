package dev.headway.lifecycle.imports;

import dev.headway.contracts.Channel;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.DispatchException;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.lifecycle.partnership.ImportPreview;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.projections.http.Problem;
import dev.headway.projections.watching.tracking.ImportHeartbeats;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/**
 * Takes rows to their partnerships, many at once and reported in the order of the file. No two rows
 * are for one partnership, and a row that is in already changes nothing: what breaks off midway is
 * finished by the same upload again.
 */
@Component
class RowImporter {

    private final CommandDispatcher dispatcher;
    private final RowStore store;
    private final ImportPreview preview;
    private final ImportProperties limits;
    private final ImportHeartbeats heartbeats;
    private final KnownKeys keys;
    private final RowTwins twins;

    RowImporter(
            CommandDispatcher dispatcher,
            RowStore store,
            ImportPreview preview,
            ImportProperties limits,
            ImportHeartbeats heartbeats,
            KnownKeys keys,
            RowTwins twins) {
        this.keys = keys;
        this.twins = twins;
        this.dispatcher = dispatcher;
        this.store = store;
        this.preview = preview;
        this.limits = limits;
        this.heartbeats = heartbeats;
    }

    /** What became of the rows, and the position of the last event that was stored. */
    record ImportOutcome(String importId, ImportReport report, long position) {}

    /** Stores the rows; one that broke off goes on under its id. */
    ImportOutcome run(ImportFile file, RequestContext caller, RecordedRun record) {
        var context = caller.through(Channel.IMPORT);
        var importId = record.importId();
        dispatcher.send(new StartImport(importId, file.rows().size()), context);
        List<RowResult> results;
        try (var _ = heartbeats.start(importId)) {
            results = results(file.rows(), row -> store.store(row, context), record);
        } catch (RuntimeException failure) {
            finishAfter(failure, FinishImport.of(importId, record.counts()), context);
            throw failure instanceof DispatchException.StoreUnavailable
                    ? Problem.unavailable(
                            "The store was away after some rows were in; send the same file again,"
                                    + " which goes on from there")
                    : failure;
        }
        var finish = FinishImport.of(importId, record.counts());
        var finished = dispatcher.<Import.Noted>send(finish, context);
        return new ImportOutcome(
                importId,
                ImportReport.of(record.counts(), file.ignoredColumns(), results),
                finished.position());
    }

    /** What would become of the rows; stores nothing of them. */
    ImportReport dryRun(ImportFile file, RecordedRun record) {
        var results = results(file.rows(), preview::preview, record);
        return ImportReport.of(record.counts(), file.ignoredColumns(), results);
    }

    private List<RowResult> results(
            List<ImportRow> rows,
            Function<ImportPartnership, CommandResult> partnership,
            RecordedRun record) {
        var resolved = keys.resolved(rows);
        var alike = twins.of(resolved);
        return resolved.stream()
                .gather(
                        Gatherers.mapConcurrent(
                                limits.atOnce(),
                                row ->
                                        record.count(
                                                RowResult.of(row, partnership)
                                                        .beside(
                                                                alike.getOrDefault(
                                                                        row.place().number(),
                                                                        List.of())))))
                .toList();
    }

    /** Alerts wait for the end of an import, also of a broken one. */
    private void finishAfter(
            RuntimeException failure, FinishImport command, RequestContext context) {
        try {
            dispatcher.send(command, context);
        } catch (RuntimeException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
    }
}
