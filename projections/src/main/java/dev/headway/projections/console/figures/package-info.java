/**
 * What the program's figures look like: each is a picture (SVG) beside a table that says the same,
 * and both can be taken along as files.
 */
@NullMarked
package dev.headway.projections.console.figures;

import org.jspecify.annotations.NullMarked;
