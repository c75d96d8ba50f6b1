/** What operators ask of a running service. */
@NullMarked
package dev.headway.lifecycle.operations;

import org.jspecify.annotations.NullMarked;
