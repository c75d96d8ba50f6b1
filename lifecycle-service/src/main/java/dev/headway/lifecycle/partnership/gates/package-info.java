/**
 * What must hold before a move. A {@link dev.headway.lifecycle.partnership.gates.Gate} is a list of
 * criteria; evaluated, it tells every unmet one with the values compared, and is stored in the
 * event of the move. Pure: time and policy come in with the {@link
 * dev.headway.lifecycle.partnership.gates.GateContext}.
 */
@NullMarked
package dev.headway.lifecycle.partnership.gates;

import org.jspecify.annotations.NullMarked;
