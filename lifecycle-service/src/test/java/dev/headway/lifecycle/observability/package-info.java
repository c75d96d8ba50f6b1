/** What can be seen of a running service: its metrics, and the rules and dashboards over them. */
@NullMarked
package dev.headway.lifecycle.observability;

import org.jspecify.annotations.NullMarked;
