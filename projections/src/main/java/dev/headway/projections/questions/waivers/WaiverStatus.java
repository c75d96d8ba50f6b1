package dev.headway.projections.questions.waivers;

/** What became of the asking; what was granted expires by itself. */
enum WaiverStatus {
    REQUESTED,
    GRANTED,
    REFUSED,
    EXPIRED
}
