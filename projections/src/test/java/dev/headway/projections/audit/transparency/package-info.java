@NullMarked
package dev.headway.projections.audit.transparency;

import org.jspecify.annotations.NullMarked;
