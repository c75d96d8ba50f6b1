/** Exceptions from a criterion: asked for by one person, decided by another, until a date. */
@NullMarked
package dev.headway.lifecycle.partnership.waivers;

import org.jspecify.annotations.NullMarked;
