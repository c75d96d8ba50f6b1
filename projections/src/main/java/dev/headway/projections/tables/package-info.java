/** How many rows are written in few statements, within PostgreSQL's bounds. */
@ApplicationModule(allowedDependencies = {"log"})
@NullMarked
package dev.headway.projections.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
