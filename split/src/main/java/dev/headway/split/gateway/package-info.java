/**
 * One address for all nodes, small enough for a laptop: commands go to lifecycle nodes, questions
 * and pages to projection nodes, as {@code deploy/gateway/routes.map} says. A node that is gone, or
 * about to be, is nobody's trouble: what cannot have had an effect, or has none twice, is asked of
 * another. Jetty forwards; what is here decides where to, and whether again. A deployment has
 * HAProxy in its place, which reads the same routes.
 */
@NullMarked
package dev.headway.split.gateway;

import org.jspecify.annotations.NullMarked;
