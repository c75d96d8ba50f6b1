package dev.headway.projections.topic;

import dev.headway.projections.log.EventBytes;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param offset its place in its partition
 * @param event as it is stored; null for a watermark, which says that there is none up to its
 *     position
 */
public record TopicRecord(long offset, Claim claim, @Nullable EventBytes event) {}
