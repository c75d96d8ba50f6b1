package dev.headway.projections.watching.alerts;

/**
 * What was voided should never have been registered: the alerts about it are over, and are in no
 * list and no count unless they are asked for.
 */
final class OfVoided {

    /** Found once for a statement, whatever the order that its rows are read in. */
    private static final String VOIDED =
            "(select voided.partnership_id from watched_partnership voided where voided.voided)";

    private OfVoided() {}

    /** A condition in SQL: whether a row of table {@code alert} is of one that was voided. */
    static String only() {
        return "alert.partnership_id in " + VOIDED;
    }

    /** A condition in SQL: whether a row of table {@code alert} is of one that was not. */
    static String none() {
        return "alert.partnership_id not in " + VOIDED;
    }
}
