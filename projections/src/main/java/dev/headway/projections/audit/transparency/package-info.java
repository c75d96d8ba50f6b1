/**
 * The formats of a transparency log, to the byte: the tree of RFC 6962 over tiles (C2SP
 * tlog-tiles), what proves that a leaf is in it or that it only grew, notes signed with Ed25519
 * (signed-note), checkpoints (tlog-checkpoint) and proofs to carry away (tlog-proof); and the entry
 * that an event is in the tree. Pure: what makes seals and what verifies them are built on the same
 * few types, and need neither a service nor a database.
 */
@NullMarked
package dev.headway.projections.audit.transparency;

import org.jspecify.annotations.NullMarked;
