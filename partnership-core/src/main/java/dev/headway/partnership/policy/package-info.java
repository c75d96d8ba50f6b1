/** What the alliance program asks for, as a value: what gates are evaluated by. */
@NullMarked
package dev.headway.partnership.policy;

import org.jspecify.annotations.NullMarked;
