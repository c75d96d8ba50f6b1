package dev.headway.projections.watching.tracking;

import dev.headway.projections.processing.Projection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps one due date per partnership, rule and subject, and hands on what people answered. Raises
 * and resolves no alert: what a change means for them is the sweep's to see, so that a replay tells
 * nobody anything.
 */
@Component
public class WatchedPartnerships implements Projection {

    public static final String NAME = "watching";

    /** Under this name stands how far what it keeps has been evaluated. */
    public static final String EVALUATED = "alerts";

    private final WatchedPartnershipTable tables;
    private final ProgramInForce program;
    private final RunningImports imports;
    private final AlertEventHandler alertEvents;

    public WatchedPartnerships(
            WatchedPartnershipTable tables,
            ProgramInForce program,
            RunningImports imports,
            AlertEventHandler alertEvents) {
        this.tables = tables;
        this.program = program;
        this.imports = imports;
        this.alertEvents = alertEvents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("watched_partnership", "watch", "watch_program", "running_import");
    }

    @Override
    public boolean followsProgram() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return new WatchHandler(tables, program, imports, alertEvents);
    }
}
