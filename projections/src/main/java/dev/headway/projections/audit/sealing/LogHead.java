package dev.headway.projections.audit.sealing;

/**
 * How far a log is sealed.
 *
 * @param origin what the log is called
 * @param size how many events are in the tree
 * @param position of the last of them
 */
record LogHead(String origin, long size, long position) {}
