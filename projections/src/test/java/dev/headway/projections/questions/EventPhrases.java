package dev.headway.projections.questions;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases for what happens to partnerships, with everything a test does not care about. */
public final class EventPhrases {

    private EventPhrases() {}

    public static Instant at(String instant) {
        return Instant.parse(instant.length() == 10 ? instant + "T00:00:00Z" : instant);
    }

    public static PartnershipEvent registered(String id, String name, String on) {
        return new PartnershipRegistered(
                id, name, name + " Inc.", "RESELLER", null, null, null, at(on));
    }

    public static PartnershipEvent pilotStarted(String on) {
        return new PilotStarted(passed("PILOT"), at(on));
    }

    public static PartnershipEvent launched(String on) {
        return new PartnershipLaunched(passed("LAUNCH"), at(on));
    }

    public static PartnershipEvent sunset(String on) {
        return new PartnershipSunset("FOCUS", "No focus left", passed("SUNSET"), at(on));
    }

    public static PartnershipEvent revived(String on) {
        return new PartnershipRevived("They called", at(on));
    }

    public static PartnershipEvent touchpoint(String summary, String on) {
        return new TouchpointRecorded("JOINT_CALL", summary, null, at(on));
    }

    public static PartnershipEvent planned(String stepId, String dueOn) {
        return planned(stepId, "ada", "OURS", dueOn);
    }

    public static PartnershipEvent planned(String stepId, String owner, String side, String dueOn) {
        return new StepPlanned(stepId, "Do " + stepId, owner, side, at(dueOn), at("2026-01-01"));
    }

    public static PartnershipEvent seated(String seat, String holder, String side) {
        return new SeatFilled(seat, holder, side, at("2026-01-01"));
    }

    public static ProgramChanged program(Threshold... thresholds) {
        return new ProgramChanged(List.of(thresholds), List.of(), List.of(), at("2026-01-01"));
    }

    public static Threshold threshold(String rule, @Nullable String stage, String after) {
        return new Threshold(rule, stage, after);
    }

    public static EvaluatedGate passed(String to) {
        return new EvaluatedGate(to, 1, true, List.of());
    }
}
