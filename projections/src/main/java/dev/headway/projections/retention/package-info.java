/**
 * How long things are kept, said in {@code docs/operations/retention.md}, and the one switch that
 * stops all deleting: {@link dev.headway.projections.retention.LegalHold}. Whatever deletes by age
 * asks it first.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
