package dev.headway.contracts.policy;

import java.util.List;

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

    private Criteria() {}
}
