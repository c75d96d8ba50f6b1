package dev.headway.lifecycle.http;

import java.util.UUID;

/** Where new ids come from; injected, so that tests can foresee them. */
@FunctionalInterface
public interface Ids {
    UUID next();
}
