package dev.headway.lifecycle.commands;

/** An answer that names the version it was given at: how many events its stream had. */
public interface Versioned {
    long version();
}
