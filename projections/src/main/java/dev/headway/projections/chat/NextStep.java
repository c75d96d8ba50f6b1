package dev.headway.projections.chat;

import java.time.Instant;

/** The open step of a partnership that is soonest due. */
record NextStep(String title, String owner, Instant dueOn) {}
