/**
 * Who changed what, when, and on what grounds. Every event becomes one row that is never changed: a
 * partnership's history, the entries an auditor looks through, and what the past is told from. What
 * a change replaced is no row: it follows from the rows before it when somebody asks.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "chat :: webhooks",
            "log",
            "processing",
            "querying",
            "scheduling",
            "tables"
        })
@NullMarked
package dev.headway.projections.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
