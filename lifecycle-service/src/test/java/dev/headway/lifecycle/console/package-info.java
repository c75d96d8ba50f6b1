/** The pages, in a real Chromium against the real service. */
@NullMarked
package dev.headway.lifecycle.console;

import org.jspecify.annotations.NullMarked;
