/**
 * What must hold before a move. A {@link dev.headway.partnership.gates.Gate} is a list of criteria;
 * evaluated, it tells every unmet one with the values compared, and is stored in the event of the
 * move. Pure: time and policy come in with the {@link dev.headway.partnership.gates.GateContext}.
 */
@NullMarked
package dev.headway.partnership.gates;

import org.jspecify.annotations.NullMarked;
