/**
 * How projections read. A projection is one question with its own tables; the loop here hands it
 * the events after its position page by page, in batches of one page or many, and stores the new
 * position in the transaction in which the projection changed its tables. Nothing is skipped
 * (positions are in commit order) and nothing is answered twice.
 */
@NullMarked
package dev.headway.projections.reading;

import org.jspecify.annotations.NullMarked;
