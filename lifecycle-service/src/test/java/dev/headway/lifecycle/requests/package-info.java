/** The requests that people run from their editors, run by tests. */
@NullMarked
package dev.headway.lifecycle.requests;

import org.jspecify.annotations.NullMarked;
