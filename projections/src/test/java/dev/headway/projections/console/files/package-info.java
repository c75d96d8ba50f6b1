@NullMarked
package dev.headway.projections.console.files;

import org.jspecify.annotations.NullMarked;
