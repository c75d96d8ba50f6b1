/**
 * One request to a channel, and nothing else: where it goes is checked address by address, what is
 * sent is signed where there is a secret, how it ended is told without saying where it went.
 */
@NullMarked
package dev.headway.projections.chat.posting;

import org.jspecify.annotations.NullMarked;
