/**
 * Accounts for those without an identity provider. An administrator invites a person and gets a
 * one-time link ({@link dev.headway.lifecycle.accounts.managing}); with it they choose a password,
 * and sign in with that ({@link dev.headway.lifecycle.accounts.signin}); applications get tokens
 * for them by the authorization code flow ({@link dev.headway.lifecycle.accounts.issuer}). What
 * becomes of an account is a command and an event of the person; its secrets are hashes in tables
 * of their own ({@link dev.headway.lifecycle.accounts.secrets}).
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "identity", "people"})
@NullMarked
package dev.headway.lifecycle.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
