package dev.headway.contracts;

import dev.headway.contracts.written.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a person as Headway knows them, in a stream of their own, {@code person/<id>}: who an
 * identity provider says they are, and, where Headway keeps the account itself, what became of it.
 * No password, link or token is ever in an event.
 */
public sealed interface PersonEvent extends HeadwayEvent {

    /** One id for one subject of one issuer, for ever. */
    String personId();

    /**
     * What a token said of its bearer, where it differs from what was known.
     *
     * @param issuer who vouches for the subject; {@code headway} for its own accounts
     * @param subject the person's identity at the issuer, opaque
     * @param name as shown beside what they do
     * @param roles by name, as {@code MANAGER}, in order
     * @param effectiveAt when the token was issued
     */
    record PersonRecognized(
            String personId,
            String issuer,
            String subject,
            @Personal(id = "personId") String name,
            @Personal(id = "personId") @Nullable String username,
            @Personal(id = "personId") @Nullable String email,
            List<String> roles,
            Instant effectiveAt)
            implements PersonEvent {}

    /** Somebody who may open an account, by a link that is good until {@code linkExpiresAt}. */
    record PersonInvited(
            String personId,
            String issuer,
            String subject,
            @Personal(id = "personId") String name,
            @Personal(id = "personId") String email,
            List<String> roles,
            Instant linkExpiresAt,
            Instant effectiveAt)
            implements PersonEvent {}

    /** A new link was made, with which they set a password; the one before is good no more. */
    record AccountReset(String personId, Instant linkExpiresAt, Instant effectiveAt)
            implements PersonEvent {}

    /**
     * Whoever has not chosen a password yet is invited under another address, which was misspelt
     * before; by a new link, since the one before may have gone astray with it.
     */
    record MailAddressCorrected(
            String personId,
            @Personal(id = "personId") String email,
            Instant linkExpiresAt,
            Instant effectiveAt)
            implements PersonEvent {}

    /** They chose a password, with a link or by changing the one they had. */
    record PasswordSet(String personId, Instant effectiveAt) implements PersonEvent {}

    /** What they may do from now on. */
    record RolesAssigned(String personId, List<String> roles, Instant effectiveAt)
            implements PersonEvent {}

    /** They are somebody of this company's, and see what is shared with it. */
    record BoundToPartner(String personId, String partnerId, Instant effectiveAt)
            implements PersonEvent {}

    /** They get in no more, whatever they hold. */
    record AccountDisabled(String personId, @Nullable String reason, Instant effectiveAt)
            implements PersonEvent {}

    record AccountEnabled(String personId, Instant effectiveAt) implements PersonEvent {}

    /** Whatever was issued before is good no more. */
    record SignedOutEverywhere(String personId, Instant effectiveAt) implements PersonEvent {}

    /**
     * Wrong passwords, one after the other; recorded whenever the wait grows.
     *
     * @param attempts how many since the last that was right
     * @param waitUntil before this not even the right one is looked at
     */
    record SignInsRefused(String personId, int attempts, Instant waitUntil, Instant effectiveAt)
            implements PersonEvent {}

    /** A token for scripts. */
    record AccessTokenCreated(
            String personId,
            String tokenId,
            @Personal(id = "personId") String name,
            List<String> roles,
            Instant expiresOn,
            Instant effectiveAt)
            implements PersonEvent {}

    record AccessTokenRevoked(String personId, String tokenId, Instant effectiveAt)
            implements PersonEvent {}

    /**
     * A secret address at which calendars read what they own, without a sign-in.
     *
     * @param everything whether it shows what everybody owns
     */
    record CalendarLinkCreated(
            String personId,
            String linkId,
            @Personal(id = "personId") String name,
            boolean everything,
            Instant effectiveAt)
            implements PersonEvent {}

    record CalendarLinkRevoked(String personId, String linkId, Instant effectiveAt)
            implements PersonEvent {}

    /** How chat channels mention them, all that are known; none is none. */
    record ChatHandlesSet(
            String personId,
            @Personal(id = "personId") List<ChatHandle> handles,
            Instant effectiveAt)
            implements PersonEvent {}

    /**
     * What one kind of chat calls a person.
     *
     * @param channel the kind, as {@code SLACK}
     * @param handle what its own mention takes, as {@code U012AB3CD}
     */
    record ChatHandle(String channel, @Personal String handle) {}
}
