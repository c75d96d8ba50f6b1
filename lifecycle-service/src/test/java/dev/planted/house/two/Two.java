package dev.planted.house.two;

import dev.planted.house.one.One;
import org.jspecify.annotations.Nullable;

/** One half of a cycle. */
public record Two(@Nullable One other) {}
