@NullMarked
package dev.headway.projections.audit.sealing;

import org.jspecify.annotations.NullMarked;
