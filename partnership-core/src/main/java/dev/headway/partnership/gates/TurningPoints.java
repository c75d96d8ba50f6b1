package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CriterionAttested;
import dev.headway.contracts.PartnershipEvent.CustomersNotified;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.contracts.written.DueDay;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.Steps.Step;
import dev.headway.partnership.state.Waivers.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instants at which time alone may undo a criterion, or mend one. Rather too many than too few:
 * what holds before and after one is asked of the criterion itself.
 *
 * @param zone where days end
 */
public record TurningPoints(Registered state, Policy policy, ZoneId zone) {

    /** The criteria whose sentence speaks of time, or of criteria that do. */
    private static final Set<String> CRITERIA =
            Set.of(
                    "timing-right",
                    "pilot-scoped",
                    "next-three-steps",
                    "in-motion",
                    "no-expired-waivers",
                    "customers-notified");

    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    /** In order; each with the instant after it, since some hold until one and some before it. */
    public List<Instant> after(Instant now) {
        return Stream.of(readings(), scopes(), steps(), motion(), waivers(), notices(), words())
                .flatMap(points -> points)
                .flatMap(point -> Stream.of(point, point.plus(1, ChronoUnit.MICROS)))
                .filter(point -> point.isAfter(now))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Instant> readings() {
        return evidence(TimingRead.class).map(read -> read.effectiveAt().plus(NINETY_DAYS));
    }

    private Stream<Instant> scopes() {
        return evidence(PilotScoped.class)
                .flatMap(scope -> date(scope.endsOn()))
                .flatMap(end -> Stream.of(end, end.minus(NINETY_DAYS)));
    }

    private Stream<Instant> steps() {
        return state.facts().evidence().steps().open().stream()
                .map(Step::dueOn)
                .flatMap(this::date);
    }

    private Stream<Instant> motion() {
        var threshold = policy.threshold("ghost-town", state.stage());
        return Stream.ofNullable(state.facts().lastMotionAt()).map(at -> at.plus(threshold));
    }

    private Stream<Instant> waivers() {
        return state.facts().evidence().waivers().byId().values().stream()
                .map(Waiver::expiresOn)
                .flatMap(this::date);
    }

    private Stream<Instant> notices() {
        return evidence(CustomersNotified.class).flatMap(told -> date(told.notifiedOn()));
    }

    /** Whether time alone may change what is found of a criterion. */
    public static boolean concern(String criterion, Policy policy) {
        return CRITERIA.contains(criterion)
                || policy.criterion(criterion).filter(own -> own.validDays() != null).isPresent();
    }

    private Stream<Instant> words() {
        return evidence(CriterionAttested.class)
                .flatMap(
                        attested ->
                                policy
                                        .criterion(attested.criterion())
                                        .flatMap(own -> AttestedCriterion.end(own, attested))
                                        .stream())
                .flatMap(this::date);
    }

    private <E extends PartnershipEvent> Stream<E> evidence(Class<E> kind) {
        return state.facts().evidence().latestEvents().latest().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<Instant> date(Instant date) {
        return Stream.of(date, DueDay.endsAt(date, zone));
    }
}
