/**
 * Requests that nobody would send, by the ten thousand, made from what the OpenAPI document says of
 * each operation: {@link Requests} writes them, {@link Wire} sends them byte for byte, {@link
 * Judge} holds each answer against the document, and {@link Living} remembers what the answers
 * named, so that the next requests get deeper.
 */
@NullMarked
package dev.headway.lifecycle.fuzz;

import org.jspecify.annotations.NullMarked;
