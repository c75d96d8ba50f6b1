package dev.planted.house.three;

import dev.planted.house.one.One;

/** What its package may not use. */
public record Three(One other) {}
