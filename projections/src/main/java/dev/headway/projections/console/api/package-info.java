/** Calls the REST API for whoever reads a page, and tells what it answered. */
@NullMarked
package dev.headway.projections.console.api;

import org.jspecify.annotations.NullMarked;
