/** What all pages share: frame, words, times, assets, and pages for what went wrong. */
@NullMarked
package dev.headway.projections.console.layout;

import org.jspecify.annotations.NullMarked;
