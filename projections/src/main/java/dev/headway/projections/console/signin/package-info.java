/**
 * How people get in and out: the authorization code flow with PKCE, whose tokens stay on the
 * server.
 */
@NullMarked
package dev.headway.projections.console.signin;

import org.jspecify.annotations.NullMarked;
