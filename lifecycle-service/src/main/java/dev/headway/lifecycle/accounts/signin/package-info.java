/**
 * The pages on which people sign in, and where one-time links lead to. Opening one changes nothing:
 * what is spent is spent by the form, which only the page itself can send. Nothing about a sign-in
 * is kept on a node: the session is a signed cookie ({@link
 * dev.headway.lifecycle.accounts.signin.SessionCookie}), and every use of it asks the events
 * whether it is still good.
 */
@NullMarked
package dev.headway.lifecycle.accounts.signin;

import org.jspecify.annotations.NullMarked;
