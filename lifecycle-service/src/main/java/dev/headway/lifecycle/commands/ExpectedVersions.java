package dev.headway.lifecycle.commands;

import java.util.Set;

/**
 * The versions that a caller decided on: any of them will do. None at all, as when a caller names
 * only what cannot be compared, matches nothing.
 */
public record ExpectedVersions(Set<Long> versions) {

    public ExpectedVersions {
        versions = Set.copyOf(versions);
    }

    public static ExpectedVersions of(long version) {
        return new ExpectedVersions(Set.of(version));
    }

    public boolean include(long version) {
        return versions.contains(version);
    }

    /** Whether any of them is older than this one: something has changed since. */
    public boolean anyBefore(long version) {
        return versions.stream().anyMatch(each -> each < version);
    }
}
