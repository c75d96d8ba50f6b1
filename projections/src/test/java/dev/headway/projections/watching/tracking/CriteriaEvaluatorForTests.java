package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CriterionAttested;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.watching.facts.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gates are kept by the service; here {@code rhythm-agreed} holds once it is, {@code
 * all-seats-filled} while SUPPORT is, {@code timing-right} for 90 days after it was read, {@code
 * pilot-scoped} for the last 90 days of a scope, the program's own while it is attested as it is
 * worded, and every other criterion is unmet.
 */
public final class CriteriaEvaluatorForTests implements CriteriaEvaluator {

    /** The only criterion of its own that a program here has. */
    public static final String OWN = "own-bar";

    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    private final InMemoryEventLog events;

    public CriteriaEvaluatorForTests(InMemoryEventLog events) {
        this.events = events;
    }

    @Override
    public Life of(String partnershipId, long before) {
        var life = new Known();
        Restatement.standing(events.ofStream(partnershipId, before - 1))
                .forEach(each -> life.on((PartnershipEvent) each.event()));
        return life;
    }

    /** What is known of a partnership, by all of its events. */
    public static final class Known implements Life {
        private boolean agreed;
        private boolean supported;
        private String pattern = "";
        private @Nullable Instant readAt;
        private @Nullable Instant endsOn;
        private @Nullable CriterionAttested attested;

        @Override
        public void on(PartnershipEvent event) {
            agreed |= event instanceof RhythmAgreed;
            supported =
                    (supported || event instanceof SeatFilled) && !(event instanceof SeatVacated);
            pattern = event instanceof PatternChosen chosen ? chosen.pattern() : pattern;
            readAt = event instanceof TimingRead read ? read.effectiveAt() : readAt;
            endsOn = event instanceof PilotScoped scoped ? scoped.endsOn() : endsOn;
            attested = event instanceof CriterionAttested word ? word : attested;
        }

        @Override
        public Map<String, List<Span>> unmetFrom(
                Instant now, Collection<String> criteria, @Nullable ProgramChanged program) {
            var turns =
                    Stream.of(
                                    Stream.ofNullable(readAt).map(at -> at.plus(NINETY_DAYS)),
                                    Stream.ofNullable(endsOn),
                                    Stream.ofNullable(endsOn).map(at -> at.minus(NINETY_DAYS)),
                                    own(program).flatMap(this::endOfWord))
                            .flatMap(turn -> turn)
                            .filter(turn -> turn.isAfter(now))
                            .sorted()
                            .toList();
            var unmet = new TreeMap<String, List<Span>>();
            for (var criterion : criteria) {
                var spans = Span.where(now, turns, at -> isUnmet(criterion, at, program));
                if (!spans.isEmpty()) {
                    unmet.put(criterion, spans);
                }
            }
            return unmet;
        }

        /** Whether a criterion that is asked for does not hold at an instant. */
        public boolean isUnmet(String criterion, Instant at, @Nullable ProgramChanged program) {
            return isAskedFor(criterion, program)
                    && switch (criterion) {
                        case "rhythm-agreed" -> !agreed;
                        case "all-seats-filled" -> !supported;
                        case "timing-right" ->
                                readAt == null || !at.isBefore(readAt.plus(NINETY_DAYS));
                        case "pilot-scoped" ->
                                endsOn == null
                                        || !at.isBefore(endsOn)
                                        || at.isBefore(endsOn.minus(NINETY_DAYS));
                        case OWN -> own(program).noneMatch(own -> isAttested(own, at));
                        default -> true;
                    };
        }

        private boolean isAttested(OwnCriterion own, Instant at) {
            return attested != null
                    && attested.statement().equals(own.statement())
                    && endOfWord(own).allMatch(at::isBefore);
        }

        private Stream<Instant> endOfWord(OwnCriterion own) {
            return Stream.ofNullable(attested)
                    .flatMap(
                            word ->
                                    Stream.ofNullable(own.validDays())
                                            .map(
                                                    days ->
                                                            word.effectiveAt()
                                                                    .plus(Duration.ofDays(days))));
        }

        private static Stream<OwnCriterion> own(@Nullable ProgramChanged program) {
            return program == null || program.criteria() == null
                    ? Stream.empty()
                    : program.criteria().stream();
        }

        private boolean isAskedFor(String criterion, @Nullable ProgramChanged program) {
            if (criterion.equals(OWN)) {
                return own(program).findAny().isPresent();
            }
            return program == null
                    || program.patterns().stream()
                            .filter(template -> template.pattern().equals(pattern))
                            .allMatch(template -> template.requires().contains(criterion));
        }
    }
}
