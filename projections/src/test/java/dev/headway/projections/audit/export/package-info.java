@NullMarked
package dev.headway.projections.audit.export;

import org.jspecify.annotations.NullMarked;
