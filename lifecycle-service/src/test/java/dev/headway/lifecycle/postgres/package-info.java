/** What the database lets the application do, and the scripts that set it up. */
@NullMarked
package dev.headway.lifecycle.postgres;

import org.jspecify.annotations.NullMarked;
