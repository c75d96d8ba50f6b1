/**
 * The audit to carry away: every sealed event of a period with its place in the log, the checkpoint
 * that was signed of it, proofs and the tree's tiles, in one zip that is written while it is read.
 * {@code AuditExport} writes it; its format, which who verifies it shares, is {@code
 * ExportManifest} and {@code ExportLine}.
 */
@NullMarked
package dev.headway.projections.audit.export;

import org.jspecify.annotations.NullMarked;
