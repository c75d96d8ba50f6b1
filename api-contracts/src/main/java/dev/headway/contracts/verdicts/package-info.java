/** What somebody decided in the end: of a pilot, a screening, a seam, or a waiver. */
@NullMarked
package dev.headway.contracts.verdicts;

import org.jspecify.annotations.NullMarked;
