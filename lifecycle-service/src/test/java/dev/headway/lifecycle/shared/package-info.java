/** The partner's side: what people of other companies see and say, and all that they do not. */
@NullMarked
package dev.headway.lifecycle.shared;

import org.jspecify.annotations.NullMarked;
