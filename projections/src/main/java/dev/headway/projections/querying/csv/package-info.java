/**
 * Lists as CSV: exactly the rows that a list has under its filters, all of its pages, written while
 * they are read. Whatever a spreadsheet would take for a formula is text.
 */
@NamedInterface("csv")
@NullMarked
package dev.headway.projections.querying.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
