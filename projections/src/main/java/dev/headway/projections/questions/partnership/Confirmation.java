package dev.headway.projections.questions.partnership;

import java.time.Instant;

/** Somebody's word for something as it is worded. */
record Confirmation(String by, Instant at) {}
