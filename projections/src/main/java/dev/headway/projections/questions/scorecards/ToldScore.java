package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.carriers.ToldMotion;
import dev.headway.projections.questions.histories.EveryHistory.History;
import dev.headway.projections.questions.leverage.ToldLeverage;
import dev.headway.projections.questions.portfolio.DescribedPartnerships.Described;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one partnership's history adds to scorecards.
 *
 * @param settled what no time changes any more
 * @param promises what is late once its day is over
 * @param motion who carries it
 */
record ToldScore(
        Described partnership,
        List<Observation> settled,
        List<Promise> promises,
        ToldMotion motion) {

    /** What one history says, for days that end in a zone. */
    static ToldScore of(History history, ZoneId zone) {
        var told = new Telling(zone);
        history.events().forEach(told::next);
        told.lives.end();
        var settled = new ArrayList<>(told.observations);
        settled.addAll(told.lives.observations());
        settled.addAll(claims(ToldLeverage.of(history)));
        var promises = new ArrayList<>(told.steps.all());
        promises.addAll(told.obligations.all());
        promises.addAll(told.lives.openBeat());
        return new ToldScore(
                history.partnership(),
                List.copyOf(settled),
                List.copyOf(promises),
                ToldMotion.of(history));
    }

    /** All that it adds, at an instant. */
    Stream<Observation> at(Instant now) {
        return Stream.of(
                        settled.stream(),
                        promises.stream().flatMap(each -> each.at(now)),
                        carried(now))
                .flatMap(each -> each);
    }

    private Stream<Observation> carried(Instant now) {
        var carried = motion.at(now);
        if (!motion.stage().isLaunched() || !carried.saysAnything()) {
            return Stream.empty();
        }
        var events = carried.people().stream().flatMap(each -> each.events().stream()).toList();
        return Stream.of(
                Observation.of(
                        Measure.HERO_INDEX, now, BigDecimal.valueOf(carried.fewest()), events),
                Observation.judged(Measure.CARRIED_BY_ONE, now, carried.fallsWithOne(), events));
    }

    private static List<Observation> claims(ToldLeverage leverage) {
        var observations = new ArrayList<Observation>();
        for (var claim : leverage.claims()) {
            var events = new ArrayList<>(List.of(claim.eventId()));
            events.addAll(claim.measurements());
            observations.add(
                    Observation.judged(
                            Measure.CLAIMS_SETTLED, claim.dueOn(), claim.isSettled(), events));
            var progress = claim.progress();
            if (progress != null) {
                observations.add(
                        Observation.of(
                                Measure.LEVERAGE_AGAINST_CLAIM, claim.dueOn(), progress, events));
            }
        }
        return observations;
    }

    /** One history, while it is read. */
    private static final class Telling {

        private final List<Observation> observations = new ArrayList<>();
        private final LivedStages lives = new LivedStages();
        private final PromisedSteps steps;
        private final PromisedObligations obligations;
        private final Map<String, String> askedFor = new HashMap<>();
        private @Nullable String pattern;

        Telling(ZoneId zone) {
            steps = new PromisedSteps(zone);
            obligations = new PromisedObligations(zone);
        }

        void next(RecordedEvent recorded) {
            var event = recorded.event();
            lives.next(recorded, patternOrNone());
            if (event instanceof PatternChosen chosen) {
                pattern = chosen.pattern();
            } else if (event instanceof StepEvent step) {
                steps.next(step, recorded.eventId());
            } else if (event instanceof ObligationEvent owed) {
                obligations.next(owed, recorded.eventId());
            } else if (event instanceof WaiverEvent waiver) {
                next(waiver, recorded.eventId());
            } else if (event instanceof PilotJudged judged) {
                observations.add(
                        Observation.counted(
                                Measure.PILOT_VERDICTS,
                                judged.verdict(),
                                judged.effectiveAt(),
                                List.of(recorded.eventId())));
            }
            if (event instanceof StageEntered entered
                    && (entered.stage() == Stage.SUNSET || event instanceof PartnershipRevived)) {
                steps.end();
            }
        }

        private void next(WaiverEvent event, String eventId) {
            if (event instanceof WaiverRequested) {
                askedFor.put(event.waiverId(), eventId);
            } else if (event instanceof WaiverGranted) {
                observations.add(
                        Observation.counted(
                                Measure.EXCEPTIONS,
                                patternOrNone(),
                                event.effectiveAt(),
                                Stream.of(askedFor.getOrDefault(event.waiverId(), ""), eventId)
                                        .filter(each -> !each.isEmpty())
                                        .toList()));
            }
        }

        private String patternOrNone() {
            return pattern == null ? "" : pattern;
        }
    }
}
