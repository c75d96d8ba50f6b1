/**
 * The rows of an uploaded file, whatever its format: text in UTF-8 or UTF-16, by any of four
 * separators, or a workbook. Nothing is known here of what a row means.
 */
@NullMarked
package dev.headway.lifecycle.imports.uploads;

import org.jspecify.annotations.NullMarked;
