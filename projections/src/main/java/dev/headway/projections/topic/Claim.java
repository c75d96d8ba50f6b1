package dev.headway.projections.topic;

/**
 * What a record says of its partition: between {@code previous} and {@code position} there is no
 * event in it. A function of the store and the layout alone, so that whoever says it, and however
 * often, says the same.
 *
 * @param previous the position of the event before, 0 before the first
 * @param position of this event, or how far there is none
 * @param epoch of the publisher's lease; tells who wrote it, and decides nothing
 */
public record Claim(long previous, long position, long epoch, PartitionLayout layout) {}
