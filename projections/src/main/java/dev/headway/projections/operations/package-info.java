/** Looks after the projections: how far each has read, and building one anew while it answers. */
@ApplicationModule(
        allowedDependencies = {
            "deadletters",
            "log",
            "mirror",
            "processing",
            "querying",
            "rebuilds"
        })
@NullMarked
package dev.headway.projections.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
