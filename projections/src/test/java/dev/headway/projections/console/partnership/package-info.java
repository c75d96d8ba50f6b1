@NullMarked
package dev.headway.projections.console.partnership;

import org.jspecify.annotations.NullMarked;
