package dev.headway.projections.watching.walk;

import static dev.headway.projections.watching.walk.History.lastOf;
import static dev.headway.projections.watching.walk.History.newest;
import static dev.headway.projections.watching.walk.History.since;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.CriteriaEvaluatorForTests.Known;
import dev.headway.projections.watching.walk.History.Fact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each rule says, written down from the table of rules a second time: of the whole history,
 * without anything that is remembered from one look to the next.
 */
record PlainRules(History history, @Nullable ProgramChanged program, Instant now) {

    private static final Duration DAY = Duration.ofDays(1);

    /** All that every rule says of a partnership. */
    static Set<Held> saysOf(
            String id,
            Map<String, History> histories,
            @Nullable ProgramChanged program,
            Instant now) {
        var plain = new PlainRules(Objects.requireNonNull(histories.get(id)), program, now);
        var says = new HashSet<Held>();
        for (var rule : Rules.ALL) {
            plain.subjectsOf(rule.id()).forEach(about -> says.add(new Held(id, rule.id(), about)));
        }
        return says;
    }

    /** The subjects for which a rule holds; the empty one stands for the whole. */
    Set<String> subjectsOf(String rule) {
        return history.isVoided() ? Set.of() : holding(rule);
    }

    private Set<String> holding(String rule) {
        return switch (rule) {
            case "ghost-town", "fading" -> whole(rule, lastMotion());
            case "planning-stall" -> whole(rule, planningSince());
            case "parked-due" -> whole(rule, parkedUntil());
            case "pilot-overdue" -> whole(rule, pilotOver());
            case "steps-unsecured" -> whole(rule, since(life(), Emptiness.ofSteps()));
            case "step-overdue" -> dates(rule, stage().isActive() ? steps(life()) : Map.of());
            case "rhythm-missed" -> whole(rule, nextMeeting());
            case "seat-vacant" -> emptySeats();
            case "strategic-in-name-only" -> dates(rule, isWorked() ? bends() : Map.of());
            case "claim-unsettled" -> whole(rule, claimOver());
            case "announced-unused" -> whole(rule, announcedUnused());
            case "one-person-carries" -> whole(rule, carriedSince());
            case "objective-overdue" ->
                    dates(rule, isOn(rule) && stage().isActive() ? keyResults() : Map.of());
            case "waiver-expired" -> stage().isActive() ? waivers() : Set.of();
            case "obligation-overdue" -> dates(rule, obligations());
            default -> throw new IllegalArgumentException(rule);
        };
    }

    private List<PartnershipEvent> life() {
        return history.life();
    }

    private Stage stage() {
        return history.stage();
    }

    private boolean isWorked() {
        return Set.of(Stage.PILOT, Stage.LAUNCH, Stage.SCALED).contains(stage());
    }

    private boolean isLaunched() {
        return Emptiness.isLaunched(stage());
    }

    private Set<String> whole(String rule, Optional<Instant> from) {
        return from.filter(at -> isDue(rule, at)).isPresent() ? Set.of("") : Set.of();
    }

    private Set<String> dates(String rule, Map<String, Instant> dates) {
        return dates.entrySet().stream()
                .filter(date -> isDue(rule, endOf(date.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isDue(String rule, Instant from) {
        return !now.isBefore(dueFrom(rule, from));
    }

    private Instant dueFrom(String rule, Instant from) {
        return from.plus(after(rule));
    }

    private Duration after(String rule) {
        var thresholds =
                program == null ? Thresholds.DEFAULT : new Thresholds(program.thresholds());
        return thresholds.after(rule, stage());
    }

    /** What is due after the longest of all thresholds is never due. */
    private boolean isOn(String rule) {
        return after(rule).compareTo(Thresholds.LONGEST) < 0;
    }

    /** A day is over when it ends. */
    private static Instant endOf(Instant date) {
        var time = date.atOffset(ZoneOffset.UTC).toLocalTime();
        return time.toNanoOfDay() == 0 ? date.plus(DAY) : date;
    }

    private Optional<Instant> lastMotion() {
        return isWorked() ? newest(history.all(), PartnershipEvent::isMotion) : Optional.empty();
    }

    /** Where the last of what decides about planning left it. */
    private Optional<Instant> planningSince() {
        var parked = false;
        Instant since = Instant.EPOCH;
        for (var event : life()) {
            switch (event) {
                case PartnershipRegistered _, PartnershipRevived _, ProspectUnparked _ -> {
                    since = event.effectiveAt();
                    parked = false;
                }
                case ProspectParked e -> {
                    since = e.until();
                    parked = true;
                }
                case PilotStarted e -> {
                    since = parked ? e.effectiveAt() : since;
                    parked = false;
                }
                case PartnershipSteppedBack e when e.to().equals("PROSPECT") -> {
                    since = e.effectiveAt();
                    parked = false;
                }
                default -> {}
            }
        }
        return stage() == Stage.PROSPECT ? Optional.of(since) : Optional.empty();
    }

    private Optional<Instant> parkedUntil() {
        Optional<Instant> until = Optional.empty();
        for (var event : life()) {
            if (event instanceof ProspectParked e) {
                until = Optional.of(e.until());
            } else if (event instanceof ProspectUnparked || event instanceof PilotStarted) {
                until = Optional.empty();
            }
        }
        return stage() == Stage.PROSPECT ? until : Optional.empty();
    }

    private Optional<Instant> pilotOver() {
        Optional<Instant> end = Optional.empty();
        var judged = "";
        for (var event : life()) {
            switch (event) {
                case PartnershipSteppedBack e when !e.to().equals("LAUNCH") -> {
                    end = Optional.empty();
                    judged = "";
                }
                case PilotScoped e -> {
                    end = Optional.of(e.endsOn());
                    judged = judged.equals("PROVED") ? judged : "";
                }
                case PilotJudged e when e.verdict().equals("EXTENDED") -> {
                    end = Optional.ofNullable(e.endsOn());
                    judged = "";
                }
                case PilotJudged e -> judged = e.verdict();
                default -> {}
            }
        }
        return stage() == Stage.PILOT && judged.isEmpty()
                ? end.map(PlainRules::endOf)
                : Optional.empty();
    }

    private static Map<String, Instant> steps(List<PartnershipEvent> events) {
        var open = new HashMap<String, Instant>();
        for (var event : events) {
            switch (event) {
                case StepPlanned e -> open.put(e.stepId(), e.dueOn());
                case StepRescheduled e -> open.replace(e.stepId(), e.dueOn());
                case StepCompleted e -> open.remove(e.stepId());
                case StepDropped e -> open.remove(e.stepId());
                default -> {}
            }
        }
        return open;
    }

    private Optional<Instant> nextMeeting() {
        var meeting = newest(meetings(), _ -> true);
        return isLaunched()
                ? lastOf(life(), RhythmAgreed.class)
                        .flatMap(
                                rhythm ->
                                        meeting.map(
                                                at ->
                                                        at.plus(
                                                                DAY.multipliedBy(
                                                                        rhythm.everyDays()))))
                : Optional.empty();
    }

    /** What a rhythm is counted from; the same cadence once more is no other rhythm. */
    private List<PartnershipEvent> meetings() {
        var meetings = new ArrayList<PartnershipEvent>();
        var everyDays = 0;
        for (var event : life()) {
            if (event instanceof RhythmAgreed agreed && agreed.everyDays() != everyDays) {
                meetings.add(event);
                everyDays = agreed.everyDays();
            } else if (event instanceof TouchpointRecorded
                    || event instanceof PartnershipLaunched) {
                meetings.add(event);
            }
        }
        return meetings;
    }

    private Set<String> emptySeats() {
        var asked = stage() == Stage.PILOT ? "relationship-seat-filled" : "all-seats-filled";
        var empty = new TreeSet<String>();
        for (var seat : Seat.values()) {
            since(life(), Emptiness.of(seat))
                    .filter(at -> isAskedFor(asked) && isDue("seat-vacant", at))
                    .ifPresent(_ -> empty.add(seat.name()));
        }
        return empty;
    }

    private boolean isAskedFor(String criterion) {
        return program == null
                || program.patterns().stream()
                        .filter(template -> template.pattern().equals(history.pattern()))
                        .allMatch(template -> template.requires().contains(criterion));
    }

    private Map<String, Instant> bends() {
        var delivered =
                life().stream()
                        .filter(BendDelivered.class::isInstance)
                        .map(event -> ((BendDelivered) event).bendId())
                        .collect(Collectors.toSet());
        return lastOf(life(), PartnershipClassified.class).stream()
                .filter(classified -> classified.classification().equals("STRATEGIC"))
                .flatMap(classified -> classified.bends().stream())
                .filter(bend -> !delivered.contains(bend.bendId()))
                .collect(Collectors.toMap(PromisedBend::bendId, PromisedBend::dueOn));
    }

    private Optional<Instant> claimOver() {
        var claim = lastOf(life(), LeverageClaimed.class);
        if (claim.isEmpty() || !isLaunched()) {
            return Optional.empty();
        }
        return measuredForTheClaim(claim.get())
                ? Optional.empty()
                : Optional.of(endOf(claim.get().dueOn()));
    }

    private Optional<Instant> announcedUnused() {
        return isLaunched() && lastOf(life(), JointWinRecorded.class).isEmpty()
                ? lastOf(life(), PartnershipAnnounced.class).map(PartnershipAnnounced::announcedOn)
                : Optional.empty();
    }

    /** Since when one person has brought four of five motions about, or more. */
    private Optional<Instant> carriedSince() {
        if (!isLaunched()) {
            return Optional.empty();
        }
        Optional<Instant> since = Optional.empty();
        for (var turn : turns()) {
            if (!isCarried(turn)) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(turn);
            }
        }
        return since;
    }

    /** Whether a rule that time alone can end was due, and was not, after an instant. */
    boolean hasLapsed(String rule, Instant after) {
        if (!rule.equals("one-person-carries")) {
            return false;
        }
        Optional<Instant> since = Optional.empty();
        for (var turn : turns()) {
            if (isCarried(turn)) {
                since = since.isEmpty() ? Optional.of(turn) : since;
            } else {
                var was = since;
                since = Optional.empty();
                if (turn.isAfter(after)
                        && was.filter(from -> dueFrom(rule, from).isBefore(turn)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** When motion came, and when it was too old. */
    private List<Instant> turns() {
        return history.facts().stream()
                .filter(fact -> fact.event().isMotion())
                .map(fact -> fact.event().effectiveAt())
                .flatMap(at -> Stream.of(at, at.plus(DAY.multipliedBy(90))))
                .filter(at -> !at.isAfter(now))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isCarried(Instant at) {
        var since = at.minus(DAY.multipliedBy(90));
        var byWhom =
                history.facts().stream()
                        .filter(fact -> fact.event().isMotion())
                        .filter(fact -> fact.event().effectiveAt().isAfter(since))
                        .filter(fact -> !fact.event().effectiveAt().isAfter(at))
                        .collect(Collectors.groupingBy(Fact::who, Collectors.counting()));
        var all = byWhom.values().stream().mapToLong(each -> each).sum();
        return all >= 5 && byWhom.values().stream().anyMatch(each -> each * 5 >= all * 4);
    }

    /** Whether what was measured while it, or one by the same metric, stood reaches its target. */
    private boolean measuredForTheClaim(LeverageClaimed claim) {
        var measured = new ArrayList<BigDecimal>();
        var isItsOwn = false;
        for (var event : life()) {
            if (event instanceof LeverageClaimed other) {
                isItsOwn = isOfTheSame(claim, other);
            } else if (event instanceof MeasurementTaken taken && isItsOwn) {
                measured.add(taken.value());
            }
        }
        var target = claim.target();
        var direction = target.compareTo(claim.baseline());
        return !measured.isEmpty()
                && (direction < 0 || measured.stream().anyMatch(it -> it.compareTo(target) >= 0))
                && (direction > 0 || measured.stream().anyMatch(it -> it.compareTo(target) <= 0));
    }

    private static boolean isOfTheSame(LeverageClaimed one, LeverageClaimed other) {
        return one.metricName().equals(other.metricName())
                && one.metricUnit().equals(other.metricUnit());
    }

    /** Of each criterion the waiver that lasts longest counts. */
    private Set<String> waivers() {
        var asked = new HashMap<String, WaiverRequested>();
        var longest = new HashMap<String, WaiverRequested>();
        for (var event : life()) {
            if (event instanceof WaiverRequested e) {
                asked.put(e.waiverId(), e);
            } else if (event instanceof WaiverGranted e) {
                var now = Objects.requireNonNull(asked.get(e.waiverId()));
                longest.merge(
                        now.criterion(),
                        now,
                        (was, is) -> is.expiresOn().isBefore(was.expiresOn()) ? was : is);
            }
        }
        var known = new Known();
        history.all().forEach(known::on);
        return longest.values().stream()
                .filter(waiver -> !now.isBefore(endOf(waiver.expiresOn())))
                .filter(waiver -> known.isUnmet(waiver.criterion(), now, program))
                .map(WaiverRequested::waiverId)
                .collect(Collectors.toSet());
    }

    /** A value of a key result, in the unit that it had. */
    private record Value(String objective, String keyResult, String unit, BigDecimal value) {

        boolean reaches(String ofObjective, KeyResult of) {
            var beyond = value.compareTo(of.target());
            return objective.equals(ofObjective)
                    && keyResult.equals(of.id())
                    && unit.equals(of.unit())
                    && (of.target().compareTo(of.baseline()) > 0 ? beyond >= 0 : beyond <= 0);
        }
    }

    /** Those of objectives as they are worded that no value reaches. */
    private Map<String, Instant> keyResults() {
        var worded = new HashMap<String, List<KeyResult>>();
        var values = new ArrayList<Value>();
        for (var event : life()) {
            switch (event) {
                case ObjectiveShared e -> worded.put(e.objectiveId(), e.keyResults());
                case ObjectiveChanged e -> worded.replace(e.objectiveId(), e.keyResults());
                case ObjectiveDropped e -> worded.remove(e.objectiveId());
                case KeyResultMeasured e ->
                        worded.getOrDefault(e.objectiveId(), List.of()).stream()
                                .filter(each -> each.id().equals(e.keyResultId()))
                                .map(
                                        each ->
                                                new Value(
                                                        e.objectiveId(),
                                                        each.id(),
                                                        each.unit(),
                                                        e.value()))
                                .forEach(values::add);
                default -> {}
            }
        }
        var unreached = new HashMap<String, Instant>();
        worded.forEach(
                (id, keyResults) ->
                        keyResults.stream()
                                .filter(
                                        each ->
                                                values.stream()
                                                        .noneMatch(it -> it.reaches(id, each)))
                                .forEach(
                                        each -> unreached.put(id + "/" + each.id(), each.dueOn())));
        return unreached;
    }

    private Map<String, Instant> obligations() {
        var open = new HashMap<String, Instant>();
        for (var event : history.all()) {
            switch (event) {
                case ObligationTaken e -> open.put(e.obligationId(), e.dueOn());
                case ObligationDischarged e -> open.remove(e.obligationId());
                case ObligationHandedOver e -> open.remove(e.obligationId());
                default -> {}
            }
        }
        return open;
    }
}
