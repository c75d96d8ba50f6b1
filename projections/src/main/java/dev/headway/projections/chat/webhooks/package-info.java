/**
 * One request to a channel, and nothing else: where it goes is checked address by address, what is
 * sent is signed where there is a secret, how it ended is reported without saying where it went.
 */
@NamedInterface("webhooks")
@NullMarked
package dev.headway.projections.chat.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
