package dev.headway.contracts.policy;

import java.util.List;
import java.util.regex.Pattern;
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

    public static final String OBJECTIVES_SHARED = "objectives-shared";

    public static final String VERDICT_CONFIRMED = "partner-confirmed-verdict";

    public static final String EXIT_TERMS_CONFIRMED = "partner-confirmed-exit-terms";

    /** Those that are asked for where a pattern's template names them, and of nobody else. */
    public static final List<String> WHERE_NAMED =
            List.of(OBJECTIVES_SHARED, VERDICT_CONFIRMED, EXIT_TERMS_CONFIRMED);

    /** All that a pattern's template may ask for. */
    public static final List<String> OF_TEMPLATES =
            Stream.concat(ALL.stream(), WHERE_NAMED.stream()).toList();

    /** All that a waiver may be asked for. */
    public static final List<String> WAIVABLE =
            Stream.concat(OF_TEMPLATES.stream(), Stream.of(ROOM_FOR_A_PILOT)).toList();

    /** What is told of a text that is none. */
    public static final String ID =
            "must be an id of a criterion: small letters and digits, with single hyphens between";

    private static final Pattern WRITTEN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 100;

    private Criteria() {}

    /** Whether a text may be the id of a criterion, one of the program's own among them. */
    public static boolean isId(String text) {
        return text.length() <= LONGEST && WRITTEN.matcher(text).matches();
    }
}
