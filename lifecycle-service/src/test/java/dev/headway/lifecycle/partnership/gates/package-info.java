/** What each gate asks for, and what it says of each criterion both ways. */
@NullMarked
package dev.headway.lifecycle.partnership.gates;

import org.jspecify.annotations.NullMarked;
