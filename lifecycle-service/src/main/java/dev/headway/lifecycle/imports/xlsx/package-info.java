/**
 * Reads the one filled sheet of a workbook (.xlsx, ECMA-376) row by row, as text: a cell that shows
 * a date is that date. Knows nothing of what the rows mean. Written by hand, and not with a library
 * for spreadsheets, because the file is a stranger's: what it may inflate to, how wide a row and
 * how long a text may be, and where a reference may lead are bounded at every step. Start reading
 * at {@link dev.headway.lifecycle.imports.xlsx.Workbook}.
 */
@NullMarked
package dev.headway.lifecycle.imports.xlsx;

import org.jspecify.annotations.NullMarked;
