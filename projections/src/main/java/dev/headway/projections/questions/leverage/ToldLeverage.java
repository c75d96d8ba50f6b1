package dev.headway.projections.questions.leverage;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.claims.ClaimedMetric;
import dev.headway.contracts.claims.MeasuredClaims;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.histories.EveryHistory.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one partnership brought, and what it had claimed.
 *
 * @param claims the newest one of each life that claimed anything
 */
public record ToldLeverage(List<Win> wins, List<Claim> claims) {

    /**
     * A joint win.
     *
     * @param partner as the partner is called now
     * @param pattern the partnership's when it was recorded, or null where none was chosen
     * @param mechanism what was claimed when it was recorded, or null where nothing was
     * @param worth null where nobody said so
     */
    public record Win(
            String eventId,
            Instant at,
            String partner,
            @Nullable String pattern,
            @Nullable String mechanism,
            @Nullable String attribution,
            @Nullable Worth worth) {}

    /** Exactly as it was recorded. */
    public record Worth(BigDecimal value, String currency) {

        private static @Nullable Worth of(JointWinRecorded win) {
            var value = win.amount();
            var currency = win.currency();
            return value == null || currency == null ? null : new Worth(value, currency);
        }
    }

    /**
     * A leverage claim.
     *
     * @param pattern the partnership's at the end of that life, or by now
     * @param isSettled whether a measurement reached the target
     * @param progress how far the best measurement came from baseline to target, or null where
     *     nothing was measured
     */
    public record Claim(
            String eventId,
            String partner,
            @Nullable String pattern,
            String mechanism,
            Instant dueOn,
            boolean isSettled,
            @Nullable BigDecimal progress,
            List<String> measurements) {}

    public static ToldLeverage of(History history) {
        var told = new Telling(history.partnership().partner());
        history.events().forEach(told::next);
        told.endLife();
        return new ToldLeverage(List.copyOf(told.wins), List.copyOf(told.claims));
    }

    /** One history, while it is read. */
    private static final class Telling {

        private final String partner;
        private final List<Win> wins = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private @Nullable String pattern;
        private @Nullable RecordedEvent claimed;
        private MeasuredClaims measured = MeasuredClaims.NONE;
        private final List<Measured> measurements = new ArrayList<>();

        /** A measurement, and the claim that it was taken for. */
        private record Measured(String eventId, ClaimedMetric metric) {}

        Telling(String partner) {
            this.partner = partner;
        }

        void next(RecordedEvent recorded) {
            var event = recorded.event();
            if (event instanceof PatternChosen chosen) {
                pattern = chosen.pattern();
            } else if (event instanceof LeverageClaimed claim) {
                claimed = recorded;
                measured = measured.evolve(claim);
            } else if (event instanceof MeasurementTaken taken) {
                measured = measured.evolve(taken);
                measurements.add(new Measured(recorded.eventId(), measured.metric()));
            } else if (event instanceof JointWinRecorded won) {
                wins.add(win(recorded.eventId(), won));
            } else if (event instanceof PartnershipRevived) {
                endLife();
            }
        }

        private Win win(String eventId, JointWinRecorded event) {
            return new Win(
                    eventId,
                    event.effectiveAt(),
                    partner,
                    pattern,
                    claim().map(LeverageClaimed::mechanism).orElse(null),
                    event.attribution(),
                    Worth.of(event));
        }

        private Optional<LeverageClaimed> claim() {
            return Optional.ofNullable(claimed).map(each -> (LeverageClaimed) each.event());
        }

        /** What comes next claims anew; the pattern stays. */
        void endLife() {
            var recorded = claimed;
            if (recorded != null && recorded.event() instanceof LeverageClaimed claim) {
                claims.add(
                        new Claim(
                                recorded.eventId(),
                                partner,
                                pattern,
                                claim.mechanism(),
                                claim.dueOn(),
                                measured.reachTarget(),
                                measured.progress(),
                                measurements.stream()
                                        .filter(each -> each.metric().equals(measured.metric()))
                                        .map(Measured::eventId)
                                        .toList()));
            }
            claimed = null;
            measured = MeasuredClaims.NONE;
            measurements.clear();
        }
    }
}
