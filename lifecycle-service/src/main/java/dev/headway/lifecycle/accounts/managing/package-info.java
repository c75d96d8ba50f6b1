/**
 * What administrators and people do about accounts. Each command brings its own rule, as {@link
 * dev.headway.lifecycle.accounts.managing.InvitePerson}, and its call beside it. {@link
 * dev.headway.lifecycle.accounts.managing.Administrators} sees to it that one is always left.
 */
@NullMarked
package dev.headway.lifecycle.accounts.managing;

import org.jspecify.annotations.NullMarked;
