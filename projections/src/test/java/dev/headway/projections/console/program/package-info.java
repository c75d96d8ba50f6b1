@NullMarked
package dev.headway.projections.console.program;

import org.jspecify.annotations.NullMarked;
