package dev.headway.lifecycle.accounts.signin;

import java.time.Instant;

/**
 * Somebody has signed in at this browser.
 *
 * @param boundTo the hash of the request that they signed in for
 */
public record SignInSession(String personId, Instant signedInAt, String boundTo) {}
