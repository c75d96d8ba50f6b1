package dev.headway.projections.querying;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The projections an endpoint answers from. A request that brings {@code Headway-Position} waits
 * for them, and the answer shows the position that they all had reached.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsFrom {

    /** Names of projections. */
    String[] value();
}
