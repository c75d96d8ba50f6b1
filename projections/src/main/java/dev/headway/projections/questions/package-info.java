/**
 * What people ask of the portfolio. One question is one file, with its own tables and its own
 * position: how its rows follow from events, the SQL, and the endpoint that answers. What follows
 * from events is computed by small pure records beside it; what depends on the hour (quiet days,
 * ghost towns) is computed when somebody asks.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "chat",
            "log",
            "processing",
            "querying",
            "tables",
            "watching :: alerts"
        })
@NullMarked
package dev.headway.projections.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
