package dev.headway.projections.chat;

/** Why somebody is to be told of an alert. */
public enum Occasion {
    /** It was noticed, or is due again after a change of policy. */
    RAISED,
    /** The time for which somebody put it aside is over. */
    SNOOZE_ENDED,
    /** Nobody took it for too long. */
    ESCALATED
}
