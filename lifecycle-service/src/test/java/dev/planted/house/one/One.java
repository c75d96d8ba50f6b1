package dev.planted.house.one;

import dev.planted.house.two.Two;
import org.jspecify.annotations.Nullable;

/** One half of a cycle. */
public record One(@Nullable Two other) {}
