@NullMarked
package dev.headway.projections.console.figures;

import org.jspecify.annotations.NullMarked;
