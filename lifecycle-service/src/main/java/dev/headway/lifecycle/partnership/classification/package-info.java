/**
 * Strategic or transactional. "Strategic should mean that we are willing to change for this", so a
 * strategic partnership names what it bends, until when, and delivers it with evidence.
 */
@NullMarked
package dev.headway.lifecycle.partnership.classification;

import org.jspecify.annotations.NullMarked;
