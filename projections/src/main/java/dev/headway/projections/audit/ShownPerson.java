package dev.headway.projections.audit;

import org.jspecify.annotations.Nullable;

/**
 * A person of the directory, as they were shown when they did something.
 *
 * @param id in the directory
 * @param name as it was then
 */
public record ShownPerson(String id, String name) {

    static @Nullable ShownPerson of(@Nullable String id, @Nullable String name) {
        return id == null || name == null ? null : new ShownPerson(id, name);
    }
}
