/**
 * Tokens for whoever has signed in, by the authorization code flow with PKCE: {@link
 * dev.headway.lifecycle.accounts.issuer.AuthorizeController} gives a code to one of two {@link
 * dev.headway.lifecycle.accounts.issuer.Applications}, which have no secret; the embedded issuer
 * exchanges it, and what it remembers of that is hashes ({@link
 * dev.headway.lifecycle.accounts.issuer.HashedAuthorizations}). Each refresh token is good once;
 * one that comes a second time ends its whole family.
 */
@NullMarked
package dev.headway.lifecycle.accounts.issuer;

import org.jspecify.annotations.NullMarked;
