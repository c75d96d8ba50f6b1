/**
 * How far the next gate of each partnership is: what it asks for and what is there, in table {@code
 * next_gate}. Only those who keep the gates can say ({@code GateAhead}); what they say holds from
 * one instant to the next, so that lists may be narrowed to it without asking anybody.
 */
@NullMarked
package dev.headway.projections.questions.gates;

import org.jspecify.annotations.NullMarked;
