/**
 * What opens an account, as hashes: {@link dev.headway.lifecycle.accounts.secrets.AccountTable}
 * keeps passwords, {@link dev.headway.lifecycle.accounts.secrets.LinkTable} one-time links. {@link
 * dev.headway.lifecycle.accounts.secrets.PasswordRules} says which passwords are too easy to guess,
 * {@link dev.headway.lifecycle.accounts.secrets.GuessingLimit} how long whoever guesses waits.
 */
@NullMarked
package dev.headway.lifecycle.accounts.secrets;

import org.jspecify.annotations.NullMarked;
