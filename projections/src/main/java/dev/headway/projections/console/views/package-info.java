/** Lists as somebody narrowed them, kept under a name, for oneself or for everybody. */
@NullMarked
package dev.headway.projections.console.views;

import org.jspecify.annotations.NullMarked;
