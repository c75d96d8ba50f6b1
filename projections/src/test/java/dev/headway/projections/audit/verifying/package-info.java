@NullMarked
package dev.headway.projections.audit.verifying;

import org.jspecify.annotations.NullMarked;
