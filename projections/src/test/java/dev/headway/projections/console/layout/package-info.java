@NullMarked
package dev.headway.projections.console.layout;

import org.jspecify.annotations.NullMarked;
