@NullMarked
package dev.headway.lifecycle.sealing;

import org.jspecify.annotations.NullMarked;
