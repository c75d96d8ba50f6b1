package dev.headway.contracts.policy;

import dev.headway.contracts.ProgramEvent.Threshold;
import java.util.List;

/** After how long each rule is due until the program says otherwise; "a ghost town 60 days in". */
public final class DefaultThresholds {

    /** {@link Thresholds#LONGEST}: what is off until the program asks for it. */
    private static final String NEVER = "P3700D";

    public static final List<Threshold> ALL =
            List.of(
                    everywhere("ghost-town", "P60D"),
                    everywhere("fading", "P45D"),
                    everywhere("planning-stall", "P30D"),
                    everywhere("parked-due", "PT0S"),
                    everywhere("pilot-overdue", "PT0S"),
                    everywhere("steps-unsecured", "P7D"),
                    everywhere("step-overdue", "P3D"),
                    everywhere("rhythm-missed", "P7D"),
                    everywhere("seat-vacant", "P7D"),
                    everywhere("strategic-in-name-only", "PT0S"),
                    everywhere("claim-unsettled", "PT0S"),
                    everywhere("announced-unused", "P60D"),
                    everywhere("one-person-carries", NEVER),
                    everywhere("objective-overdue", NEVER),
                    everywhere("waiver-expired", "PT0S"),
                    everywhere("obligation-overdue", "PT0S"));

    private DefaultThresholds() {}

    private static Threshold everywhere(String rule, String after) {
        return new Threshold(rule, null, after);
    }
}
