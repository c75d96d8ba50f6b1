/** How the result of a command on a partnership becomes an HTTP response. */
@NamedInterface("responses")
@NullMarked
package dev.headway.lifecycle.partnership.responses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
