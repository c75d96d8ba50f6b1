/**
 * What people ask of the portfolio. A question has its own tables and its own position: how its
 * rows follow from events, the SQL, and the endpoint that answers. A question of several files has
 * a sub-package; here is only what all of them share. What follows from events is computed by small
 * pure records that {@code evolve}; what depends on the hour (quiet days, ghost towns) is computed
 * when somebody asks. No question names another's tables: it asks the question, or takes the
 * condition that its owner lends (the portfolio's list joins the ghost clocks so).
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "chat",
            "identity",
            "log",
            "personal",
            "processing",
            "querying",
            "querying :: csv",
            "tables",
            "watching :: alerts",
            "watching :: standstill"
        })
@NullMarked
package dev.headway.projections.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
