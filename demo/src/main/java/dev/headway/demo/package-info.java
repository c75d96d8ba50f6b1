/**
 * A small made-up portfolio for a service that is running: {@code ./headway demo}. Knows Headway by
 * its REST API alone, so it is an example of a client as well.
 */
@NullMarked
package dev.headway.demo;

import org.jspecify.annotations.NullMarked;
