/**
 * Every event joins a transparency log. {@code Sealer} reads what is new, as a projection does and
 * beside all appending, adds it to the tree's tiles, reads back what it wrote, and only then signs
 * a checkpoint; of all nodes one at a time. What was signed leaves the database: {@code
 * CheckpointFile} keeps the newest checkpoint, against which the next one is held, and {@code
 * CheckpointWebhook} tells others, and {@code Witnessing} shows it to a witness, who cosigns it.
 * Finding less than was signed it refuses, and says so in log, health and metrics, until an
 * administrator begins another log in its place ({@code LogSuccession}). {@code WhatIsSealed}
 * serves checkpoints, proofs and tiles.
 */
@NamedInterface("sealing")
@NullMarked
package dev.headway.projections.audit.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
