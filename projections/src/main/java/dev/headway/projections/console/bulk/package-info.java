/**
 * The same for many partnerships at once: they are ticked on a page or found by its filter, what
 * would come of it is shown for each, and only then is it done.
 */
@NullMarked
package dev.headway.projections.console.bulk;

import org.jspecify.annotations.NullMarked;
