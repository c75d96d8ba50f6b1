package dev.headway.projections.audit;

import dev.headway.contracts.Channel;
import dev.headway.projections.audit.AuditEntry.DateCorrection;
import dev.headway.projections.querying.Conditions;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the entries are narrowed to; null, in any of them, is no narrowing.
 *
 * @param partner what was said of one, and which others were merged into it or taken out again
 * @param actor the id of a person in the directory, or the subject of whoever it was
 * @param channels by which of these it came in, out of those there are
 * @param from the first instant that counts
 * @param to the first one that no longer does
 * @param time which of the two times they are about, {@code recorded} or {@code effective}
 * @param before only what stands before this position in the log
 */
record AuditFilters(
        @Nullable String partnership,
        @Nullable String partner,
        @Nullable String actor,
        String @Nullable [] kinds,
        String @Nullable [] channels,
        @Nullable Instant from,
        @Nullable Instant to,
        String time,
        @Nullable Long before) {

    /** A UUID of version 8, as only people of the directory have it. */
    private static final Pattern PERSON_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final String ME = "me";

    /** Whoever is asked for: {@code me} asks for the caller, by the id in the directory. */
    static @Nullable String actor(@Nullable String asked, Principal caller) {
        return ME.equals(asked) ? caller.getName() : asked;
    }

    /** All of one partnership, or only these kinds. */
    static AuditFilters partnership(String id, String @Nullable [] kinds) {
        return new AuditFilters(id, null, null, kinds, null, null, null, "recorded", null);
    }

    /** All of one partner, or only these kinds. */
    static AuditFilters partner(String id, String @Nullable [] kinds) {
        return new AuditFilters(null, id, null, kinds, null, null, null, "recorded", null);
    }

    private static final String OF_PARTNER =
            """
            entry.stream like 'partner/%'
            and (entry.stream = 'partner/' || :partner
                 or (entry.kind in ('PartnerMerged', 'PartnerUnmerged')
                     and :partner in (entry.payload ->> 'into', entry.payload ->> 'outOf')))
            """;

    private static final String EFFECTIVE = "effective";

    /** Whether they are about when it happened, as far as is known. */
    boolean isEffective() {
        return time.equals(EFFECTIVE);
    }

    /** As conditions on {@code audit_entry entry}. */
    Conditions conditions() {
        return new Conditions()
                .and("entry.partnership_id = :partnership", "partnership", partnership)
                .and(OF_PARTNER, "partner", partner)
                .and(actorCondition(), "actor", actor)
                .and("entry.kind = any(:kinds)", "kinds", AuditedEventTypes.meant(kinds))
                .and(channelCondition(), "channels", channels)
                .and("entry.position < :before", "before", before)
                .and(timeCondition(">= :from"), "from", utc(from))
                .and(timeCondition("<  :to"), "to", utc(to));
    }

    /** What was dated so, or may have been corrected to be; and is. */
    private String timeCondition(String bound) {
        return isEffective()
                ? "(entry.effective_at %1$s or %2$s) and %3$s %1$s"
                        .formatted(bound, DateCorrection.IS_REDATED, DateCorrection.HAPPENED)
                : "entry.recorded_at " + bound;
    }

    /** The id of a person can be told from nearly every subject, and is looked up by itself. */
    private String actorCondition() {
        return actor != null && PERSON_ID.matcher(actor).matches()
                ? "(entry.actor_id = :actor or entry.actor = :actor)"
                : "entry.actor = :actor";
    }

    /** Of those that few come in by there is an index, which words in the place of one find. */
    private String channelCondition() {
        return channels == null
                ? ""
                : "entry.channel in (%s) and entry.channel = any(:channels)"
                        .formatted(
                                Arrays.stream(channels)
                                        .map(Channel::valueOf)
                                        .map("'%s'"::formatted)
                                        .collect(Collectors.joining(", ")));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
