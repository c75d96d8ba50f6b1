/** Gateways before small HTTP servers that leave, hang up and turn away. */
@NullMarked
package dev.headway.split.gateway;

import org.jspecify.annotations.NullMarked;
