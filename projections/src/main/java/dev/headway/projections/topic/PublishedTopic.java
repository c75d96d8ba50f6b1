package dev.headway.projections.topic;

/**
 * A topic as the brokers know it now.
 *
 * @param id given by the brokers; one that was made anew under the same name has another
 * @param partitions how many it has
 */
public record PublishedTopic(String id, int partitions) {}
