/**
 * What became of each upload: a row that is kept up to date while it runs, and the rows of the file
 * that were rejected. Whoever started one may go away and ask later; what broke off is told as it
 * is, and goes on when the same file is sent again under its key. Start reading at {@link
 * dev.headway.lifecycle.imports.runs.ImportRunController}.
 */
@NullMarked
package dev.headway.lifecycle.imports.runs;

import org.jspecify.annotations.NullMarked;
