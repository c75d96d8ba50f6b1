@NullMarked
package dev.headway.projections.console.facts;

import org.jspecify.annotations.NullMarked;
