/** The end and the way back: the notice to customers, the sunset, the revival. */
@NullMarked
package dev.headway.lifecycle.partnership.sunset;

import org.jspecify.annotations.NullMarked;
