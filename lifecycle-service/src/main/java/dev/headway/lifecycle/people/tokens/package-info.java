/**
 * Tokens for scripts. What somebody made and revoked is in the events of their stream; {@code
 * AccessTokenSecrets} keeps what no event may hold, as a hash, and {@code AccessTokenController} is
 * where they are made, listed and revoked. Who comes with one is let in by {@code
 * AccessTokenBearers}.
 */
@NullMarked
package dev.headway.lifecycle.people.tokens;

import org.jspecify.annotations.NullMarked;
