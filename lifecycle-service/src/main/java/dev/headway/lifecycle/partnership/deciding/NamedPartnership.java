package dev.headway.lifecycle.partnership.deciding;

/** Another partnership, which stands in the way of a command, as people know it. */
public record NamedPartnership(String id, String name) {}
