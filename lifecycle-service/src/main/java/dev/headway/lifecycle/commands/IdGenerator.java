package dev.headway.lifecycle.commands;

import java.util.UUID;

/** Where new ids come from; injected, so that tests can foresee them. */
@FunctionalInterface
public interface IdGenerator {
    UUID next();
}
