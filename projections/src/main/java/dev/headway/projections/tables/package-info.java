/** How many rows are written in few statements, within PostgreSQL's bounds. */
@NullMarked
package dev.headway.projections.tables;

import org.jspecify.annotations.NullMarked;
