package dev.headway.contracts.policy;

import java.time.Duration;

/** What carrying a partnership means: asked by who shows it, and by the rule that warns of it. */
public final class Carrying {

    /** How long motion says who carries a partnership. */
    public static final Duration COUNTS_FOR = Duration.ofDays(90);

    /** Fewer motions say nothing about who carries a partnership. */
    public static final int FEWEST_MOTIONS = 5;

    private static final int PERCENT = 80;

    private Carrying() {}

    /** Whether those who brought so much of the motion about carry it. */
    public static boolean isEnough(int motions, int ofAll) {
        return 100 * motions >= PERCENT * ofAll;
    }
}
