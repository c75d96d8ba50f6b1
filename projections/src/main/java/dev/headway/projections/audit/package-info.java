/**
 * Who changed what, when, and on what grounds. Every event becomes one row that is never changed: a
 * partnership's history, the entries an auditor looks through, and what the past is told from.
 */
@NullMarked
package dev.headway.projections.audit;

import org.jspecify.annotations.NullMarked;
