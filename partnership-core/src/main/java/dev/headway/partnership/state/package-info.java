/**
 * What a partnership's events add up to: one type per stage, around the facts that are known in all
 * of them. Pure; evolve never throws, whatever the order of what it meets.
 */
@NullMarked
package dev.headway.partnership.state;

import org.jspecify.annotations.NullMarked;
