/**
 * Everything that can be recorded, as forms: what a form asks for, and the call that it becomes.
 */
@NullMarked
package dev.headway.projections.console.facts;

import org.jspecify.annotations.NullMarked;
