package dev.headway.projections.log;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one older form of an event into the next one while reading. One event in, one event out:
 * dropping or splitting would move positions.
 *
 * @param from the name and revision it takes
 * @param to the name and revision it gives
 * @param change of the fields
 */
public record Upcaster(StoredType from, StoredType to, UnaryOperator<ObjectNode> change) {}
