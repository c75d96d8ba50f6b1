/**
 * What a governance board reads once a quarter: who moved what and what was refused, exceptions and
 * who granted them, ghost towns and what became of them, promises that are not kept, and how the
 * program itself changed; with the checkpoint of the log at which it was made.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: sealing",
            "calendar",
            "querying",
            "querying :: csv",
            "questions :: figures",
            "log",
            "watching :: alerts",
            "watching :: hindsight"
        })
@NullMarked
package dev.headway.projections.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
