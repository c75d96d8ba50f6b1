/**
 * What the program's policy speaks of: the criteria a gate may ask for, and after how long a rule
 * is due, out of the box and as the program has it.
 */
@NullMarked
package dev.headway.contracts.policy;

import org.jspecify.annotations.NullMarked;
