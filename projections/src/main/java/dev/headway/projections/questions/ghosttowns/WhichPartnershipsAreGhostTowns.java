package dev.headway.projections.questions.ghosttowns;

import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which partnerships nobody has moved for too long? Keeps every partnership's {@link GhostClock};
 * whether it has run out is decided when somebody asks, so a partnership is a ghost town from that
 * instant on, whether or not anybody has looked before.
 */
@Component
public class WhichPartnershipsAreGhostTowns implements Projection {

    public static final String NAME = "ghost-towns";

    private final GhostClockTable table;
    private final WhatDoesTheProgramAskFor program;
    private final Clock clock;

    public WhichPartnershipsAreGhostTowns(
            JdbcClient database, WhatDoesTheProgramAskFor program, Clock clock) {
        this.table = new GhostClockTable(database);
        this.program = program;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("ghost_clock");
    }

    @Override
    public BatchHandler open() {
        return new GhostClockHandler(table);
    }

    /** The ghost towns of this instant, the quietest first. */
    public List<GhostClock> ghostTowns() {
        return table.ghostTowns(program.thresholds(), clock.instant());
    }

    /** One partnership's clock; empty when there is no such partnership. */
    public Optional<GhostClock> clockOf(String partnershipId) {
        return Optional.ofNullable(table.clocksOf(List.of(partnershipId)).get(partnershipId));
    }
}
