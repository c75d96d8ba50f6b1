/**
 * What deploys Headway, held to what those who run it accept: the chart rendered and parsed
 * strictly, compose against its schema, Dockerfile and scripts linted. Nothing is started here.
 */
@NullMarked
package dev.headway.deploy;

import org.jspecify.annotations.NullMarked;
