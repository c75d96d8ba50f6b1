/**
 * The database of the default run: a real PostgreSQL, durable, kept under {@code
 * $HEADWAY_HOME/postgres} over runs. With {@code spring.datasource.url} set, nothing in here
 * starts. {@link PostgresServer} is the whole story; {@link LeftoverPostgres} is the part about
 * runs that were killed.
 */
@ApplicationModule(allowedDependencies = {"home"})
@NullMarked
package dev.headway.projections.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
