package dev.headway.contracts.policy;

import java.util.List;
import java.util.stream.Stream;

/** The stable ids of every criterion that a gate may ask for, gate by gate in life order. */
public final class Criteria {

    public static final List<String> ALL =
            List.of(
                    "leverage-claimed",
                    "pattern-chosen",
                    "disqualifiers-clear",
                    "timing-right",
                    "relationship-seat-filled",
                    "pilot-scoped",
                    "pilot-proved",
                    "customer-used",
                    "all-seats-filled",
                    "seams-pass",
                    "next-three-steps",
                    "rhythm-agreed",
                    "teams-consent",
                    "exit-terms-agreed",
                    "leverage-proved",
                    "repeatable-motion",
                    "incentives-aligned",
                    "seam-funded",
                    "in-motion",
                    "no-expired-waivers",
                    "reason-given",
                    "obligations-discharged",
                    "customers-notified");

    /** Asked for by a program that limits its pilots, of every pattern; no template names it. */
    public static final String ROOM_FOR_A_PILOT = "room-for-a-pilot";

    /** All that a waiver may be asked for. */
    public static final List<String> WAIVABLE =
            Stream.concat(ALL.stream(), Stream.of(ROOM_FOR_A_PILOT)).toList();

    private Criteria() {}
}
