package dev.headway.projections.watching;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.reading.Projection;
import dev.headway.projections.reading.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Keeps one due date per partnership, rule and subject, and what people answered. Raises and
 * resolves no alert: what a change means for them is the sweep's to see, so that a replay tells
 * nobody anything.
 */
@Component
class WatchedPartnerships implements Projection {

    static final String NAME = "watching";

    private final WatchTables tables;
    private final ProgramInForce program;
    private final RunningImports imports;
    private final AnswersToAlerts answers;

    WatchedPartnerships(
            WatchTables tables,
            ProgramInForce program,
            RunningImports imports,
            AnswersToAlerts answers) {
        this.tables = tables;
        this.program = program;
        this.imports = imports;
        this.answers = answers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "watched_partnership",
                "watch",
                "watch_threshold",
                "watch_pattern",
                "running_import");
    }

    @Override
    public void on(List<RecordedEvent> batch) {
        var lived = new ArrayList<RecordedEvent>();
        for (var recorded : batch) {
            switch (recorded.event()) {
                case PartnershipEvent _ -> lived.add(recorded);
                case AlertEvent event -> answers.on(recorded, event);
                case ImportEvent event -> imports.on(recorded, event);
                case ProgramChanged changed -> {
                    workIn(lived);
                    lived.clear();
                    program.on(changed, recorded.recordedAt());
                }
            }
        }
        workIn(lived);
        imports.heardFrom(batch);
    }

    private void workIn(List<RecordedEvent> lived) {
        var partnerships = lived.stream().map(RecordedEvent::stream).distinct();
        var tracked = tables.read(partnerships.toList());
        var thresholds = program.thresholds();
        for (var recorded : lived) {
            var partnership = tracked.get(recorded.stream());
            Objects.requireNonNull(partnership)
                    .on(recorded, (PartnershipEvent) recorded.event(), thresholds);
        }
        tables.write(tracked.values(), thresholds);
    }
}
