package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.DueDay;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.partnership.gates.RunningPilots;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a decision: everything it needs that is not in the partnership itself.
 *
 * @param now when it is decided
 * @param actor who asks
 * @param roles what they may
 * @param expectedVersions the versions the caller has seen, or null if it did not say
 * @param zone where a day ends
 * @param policyInForce the program policy, asked for only by decisions that need it
 * @param pilots how many run of all partnerships, asked for only where the program limits them; a
 *     command that asks has the turn until it is stored
 * @param recorded all that was recorded of the partnership, asked for only by corrections
 */
public record DecisionContext(
        Instant now,
        Actor actor,
        Set<Role> roles,
        @Nullable ExpectedVersions expectedVersions,
        ZoneId zone,
        Supplier<Policy> policyInForce,
        Supplier<RunningPilots> pilots,
        Supplier<RecordedHistory> recorded) {

    /** Of a partnership of which nothing else needs to be known than its state. */
    public DecisionContext(
            Instant now,
            String actor,
            @Nullable ExpectedVersions expectedVersions,
            ZoneId zone,
            Supplier<Policy> policyInForce) {
        this(
                now,
                Actor.named(actor),
                Set.of(),
                expectedVersions,
                zone,
                policyInForce,
                () -> RunningPilots.NONE,
                () -> RecordedHistory.NONE);
    }

    /** With days that end in UTC, as out of the box. */
    public DecisionContext(
            Instant now,
            String actor,
            @Nullable ExpectedVersions expectedVersions,
            Supplier<Policy> policyInForce) {
        this(now, actor, expectedVersions, ZoneOffset.UTC, policyInForce);
    }

    /** The same, about a partnership of which all this was recorded. */
    public DecisionContext about(Supplier<RecordedHistory> recorded) {
        return new DecisionContext(
                now, actor, roles, expectedVersions, zone, policyInForce, pilots, recorded);
    }

    /** The same, where so many pilots run. */
    public DecisionContext among(Supplier<RunningPilots> pilots) {
        return new DecisionContext(
                now, actor, roles, expectedVersions, zone, policyInForce, pilots, recorded);
    }

    /** The same, of somebody with these roles. */
    public DecisionContext by(Set<Role> roles) {
        return new DecisionContext(
                now, actor, roles, expectedVersions, zone, policyInForce, pilots, recorded);
    }

    /** The same, at another time. */
    public DecisionContext at(Instant then) {
        return new DecisionContext(
                then, actor, roles, expectedVersions, zone, policyInForce, pilots, recorded);
    }

    /** The effective time of a command, in the microseconds that PostgreSQL keeps. */
    public Instant effectiveTime(PartnershipCommand command) {
        var at = command.effectiveAt();
        return (at == null ? now : at).truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isFuture(PartnershipCommand command) {
        var at = command.effectiveAt();
        return at != null && EffectiveTime.isFuture(at, now);
    }

    /** Whether an instant is over. */
    public boolean isPast(Instant at) {
        return !at.isAfter(now);
    }

    /** Whether what ends on a day, or at an instant, is over: on the day itself it is not. */
    public boolean isOver(Instant end) {
        return DueDay.isOver(end, now, zone);
    }

    /** Whether what is dated then has begun: a day begins where people work. */
    public boolean hasBegun(Instant at) {
        return !EffectiveTime.isFuture(DueDay.beginsAt(at, zone), now);
    }

    public boolean expects(long version) {
        return expectedVersions == null || expectedVersions.include(version);
    }

    public RecordedHistory history() {
        return recorded.get();
    }

    public Policy policy() {
        return policyInForce.get();
    }
}
