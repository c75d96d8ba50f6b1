package dev.headway.lifecycle.imports;

import dev.headway.contracts.Channel;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.IdGenerator;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.lifecycle.partnership.ImportPreview;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/**
 * Takes rows to their partnerships, many at once and told in the order of the file. No two rows are
 * for one partnership, and a row that is in already changes nothing: what breaks off midway is
 * finished by the same upload again.
 */
@Component
class RowImporter {

    private final CommandDispatcher dispatcher;
    private final ImportPreview rehearsal;
    private final IdGenerator ids;
    private final ImportProperties limits;

    RowImporter(
            CommandDispatcher dispatcher,
            ImportPreview rehearsal,
            IdGenerator ids,
            ImportProperties limits) {
        this.dispatcher = dispatcher;
        this.rehearsal = rehearsal;
        this.ids = ids;
        this.limits = limits;
    }

    /** What became of the rows, and the position of the last event that was stored. */
    record Imported(ImportReport report, long position) {}

    Imported run(List<ImportRow> rows, RequestContext caller) {
        var context = caller.through(Channel.IMPORT);
        var importId = "import-" + ids.next();
        var tally = new OutcomeCounts();
        dispatcher.send(new StartImport(importId, rows.size()), context);
        List<RowResult> results;
        try {
            results =
                    results(
                            rows,
                            row -> dispatcher.<CommandResult>send(row, context).answer(),
                            tally);
        } catch (RuntimeException brokenOff) {
            finishAfter(brokenOff, FinishImport.of(importId, tally), context);
            throw brokenOff;
        }
        var finished = dispatcher.<Import.Noted>send(FinishImport.of(importId, tally), context);
        return new Imported(ImportReport.of(tally, results), finished.position());
    }

    /** What would become of the rows; stores nothing. */
    ImportReport rehearse(List<ImportRow> rows) {
        var tally = new OutcomeCounts();
        return ImportReport.of(tally, results(rows, rehearsal::answer, tally));
    }

    private List<RowResult> results(
            List<ImportRow> rows,
            Function<ImportPartnership, CommandResult> partnership,
            OutcomeCounts tally) {
        return rows.stream()
                .gather(
                        Gatherers.mapConcurrent(
                                limits.atOnce(),
                                row -> tally.counted(RowResult.of(row, partnership))))
                .toList();
    }

    /** Alerts wait for the end of an import, also of a broken one. */
    private void finishAfter(
            RuntimeException brokenOff, FinishImport command, RequestContext context) {
        try {
            dispatcher.send(command, context);
        } catch (RuntimeException alsoBroken) {
            brokenOff.addSuppressed(alsoBroken);
        }
    }
}
