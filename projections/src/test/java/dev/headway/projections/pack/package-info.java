@NullMarked
package dev.headway.projections.pack;

import org.jspecify.annotations.NullMarked;
