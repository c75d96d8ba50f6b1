package dev.headway.lifecycle.figures;

import dev.headway.contracts.written.FoldedText;
import dev.headway.lifecycle.figures.RawHistory.Raw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The scorecard, written down a second time: a number for each thing that rows say. */
final class PlainScore {

    private static final Set<String> ACTIVE = Set.of("PROSPECT", "PILOT", "LAUNCH", "SCALED");
    private static final Set<String> MOTION =
            Set.of(
                    "TouchpointRecorded",
                    "StepCompleted",
                    "JointWinRecorded",
                    "MeasurementTaken",
                    "PilotJudged",
                    "PilotStarted",
                    "PartnershipLaunched",
                    "PartnershipScaled",
                    "PartnershipSunset");
    private static final Map<String, String> STAGES =
            Map.of(
                    "PartnershipRegistered", "PROSPECT",
                    "PartnershipRevived", "PROSPECT",
                    "PilotStarted", "PILOT",
                    "PartnershipLaunched", "LAUNCH",
                    "PartnershipScaled", "SCALED",
                    "PartnershipSunset", "SUNSET");

    private final Map<String, List<Thing>> things = new TreeMap<>();
    private final Instant now;

    /** Something that counts. */
    private record Thing(String part, Instant at, double value, List<String> events) {}

    PlainScore(List<RawHistory> histories, Instant now) {
        this.now = now;
        histories.forEach(this::read);
    }

    private void read(RawHistory history) {
        var life = new ArrayList<Raw>();
        var pattern = "";
        Raw entered = null;
        var refused = new ArrayList<Raw>();
        for (var event : history.events()) {
            if (event.type().equals("PartnershipRevived")) {
                endLife(life, entered == null ? "" : stageOf(entered));
                life.clear();
            }
            life.add(event);
            pattern = event.type().equals("PatternChosen") ? event.text("pattern") : pattern;
            if (event.type().equals("MoveRefused") && event.text("refusal").equals("UNMET")) {
                refused.add(event);
            }
            if (!stageOf(event).isEmpty()) {
                if (entered != null) {
                    add(
                            "daysInStage",
                            stageOf(entered),
                            event.at(),
                            Math.max(0, days(entered, event)),
                            entered,
                            event);
                }
                if (event.body().has("gate")) {
                    var of =
                            refused.stream()
                                    .filter(each -> each.text("to").equals(stageOf(event)))
                                    .count();
                    add("gatesAtFirstTry", "", event.at(), of == 0 ? 1 : 0, event);
                    for (var criterion : event.body().path("gate").path("criteria")) {
                        if (criterion.has("waiver")
                                && criterion.path("required").asBoolean()
                                && !criterion.path("met").asBoolean()) {
                            add("deviations", pattern, event.at(), 1, event);
                        }
                    }
                }
                entered = event;
                refused.clear();
            }
            switch (event.type()) {
                case "JointWinRecorded" -> {
                    add("jointWins", "", event.at(), 1, event);
                    add(
                            "distinctCustomers",
                            new FoldedText(event.text("customer")).text(),
                            event.at(),
                            1,
                            event);
                }
                case "PilotJudged" ->
                        add("pilotVerdicts", event.text("verdict"), event.at(), 1, event);
                case "WaiverGranted" -> add("exceptions", pattern, event.at(), 1, event);
                default -> {}
            }
        }
        var stage = entered == null ? "" : stageOf(entered);
        endLife(life, stage);
        promises(
                history.events(),
                "obligationsOnTime",
                "obligationId",
                "ObligationTaken",
                "ObligationDischarged",
                "ObligationHandedOver");
        carried(history.events(), stage);
    }

    private static String stageOf(Raw event) {
        return event.type().equals("PartnershipSteppedBack")
                ? event.text("to")
                : STAGES.getOrDefault(event.type(), "");
    }

    private void endLife(List<Raw> life, String stage) {
        var launches =
                life.stream().filter(each -> each.type().equals("PartnershipLaunched")).toList();
        var wins =
                new ArrayList<>(
                        life.stream()
                                .filter(each -> each.type().equals("JointWinRecorded"))
                                .toList());
        wins.sort(Comparator.comparing(Raw::at));
        if (!launches.isEmpty() && !wins.isEmpty()) {
            add(
                    "launchToFirstUse",
                    "",
                    wins.getFirst().at(),
                    days(launches.getFirst(), wins.getFirst()),
                    launches.getFirst(),
                    wins.getFirst());
        }
        var told =
                life.stream().filter(each -> each.type().equals("PartnershipAnnounced")).toList();
        if (!told.isEmpty() && !wins.isEmpty()) {
            var from = Instant.parse(told.getLast().text("announcedOn"));
            add(
                    "announcedToFirstUse",
                    "",
                    wins.getFirst().at(),
                    days(from, wins.getFirst().at()),
                    told.getLast(),
                    wins.getFirst());
        }
        claim(life);
        beats(life, ACTIVE.contains(stage));
        var steps = new ArrayList<>(life);
        var end = life.stream().filter(each -> each.type().equals("PartnershipSunset")).findFirst();
        promises(
                end.isPresent() ? steps.subList(0, steps.indexOf(end.get()) + 1) : steps,
                "stepsOnTime",
                "stepId",
                "StepPlanned",
                "StepCompleted",
                end.isPresent() ? "*" : "StepDropped");
    }

    private void claim(List<Raw> life) {
        var claims = life.stream().filter(each -> each.type().equals("LeverageClaimed")).toList();
        if (claims.isEmpty()) {
            return;
        }
        var claim = claims.getLast();
        var metric = "";
        var values = new ArrayList<Double>();
        for (var each : life) {
            if (each.type().equals("LeverageClaimed")) {
                metric = each.text("metricName");
            } else if (each.type().equals("MeasurementTaken")
                    && metric.equals(claim.text("metricName"))) {
                values.add(each.body().path("value").asDouble());
            }
        }
        var from = claim.body().path("baseline").asDouble();
        var to = claim.body().path("target").asDouble();
        var best = values.stream().mapToDouble(each -> to >= from ? each : -each).max();
        var reached =
                from == to
                        ? values.stream().anyMatch(each -> each >= to)
                                && values.stream().anyMatch(each -> each <= to)
                        : best.isPresent() && best.getAsDouble() >= (to >= from ? to : -to);
        var due = Instant.parse(claim.text("dueOn"));
        add("claimsSettled", "", due, reached ? 1 : 0, claim);
        if (best.isPresent()) {
            var value = to >= from ? best.getAsDouble() : -best.getAsDouble();
            add(
                    "leverageAgainstClaim",
                    "",
                    due,
                    from == to ? (reached ? 1 : 0) : (value - from) / (to - from),
                    claim);
        }
    }

    private void beats(List<Raw> life, boolean isActive) {
        var told =
                new ArrayList<>(
                        life.stream()
                                .filter(
                                        each ->
                                                Set.of(
                                                                "RhythmAgreed",
                                                                "TouchpointRecorded",
                                                                "PartnershipLaunched")
                                                        .contains(each.type()))
                                .toList());
        told.sort(Comparator.comparing(Raw::at));
        Raw from = null;
        var every = 0;
        for (var each : told) {
            if (each.type().equals("RhythmAgreed")) {
                var days = each.body().path("everyDays").asInt();
                from = every == days ? from : each;
                every = days;
            } else if (from != null) {
                if (each.type().equals("TouchpointRecorded")) {
                    add(
                            "beatsKept",
                            "",
                            each.at(),
                            each.at().isAfter(from.at().plus(Duration.ofDays(every))) ? 0 : 1,
                            from,
                            each);
                }
                from = each;
            }
        }
        if (from != null && isActive && !now.isBefore(from.at().plus(Duration.ofDays(every)))) {
            add("beatsKept", "", from.at().plus(Duration.ofDays(every)), 0, from);
        }
    }

    private void promises(
            List<Raw> events, String measure, String id, String begun, String kept, String gone) {
        var due = new LinkedHashMap<String, Instant>();
        for (var event : events) {
            var of = event.text(id);
            if (event.type().equals(begun)) {
                due.put(of, over(event.text("dueOn")));
            } else if (event.type().equals("StepRescheduled") && due.containsKey(of)) {
                due.put(of, over(event.text("dueOn")));
            } else if (event.type().equals(kept) && due.get(of) instanceof Instant day) {
                add(measure, "", event.at(), event.at().isBefore(day) ? 1 : 0, event);
                due.remove(of);
            } else if (event.type().equals(gone) || event.type().equals("StepDropped")) {
                due.remove(of);
            }
        }
        if (!gone.equals("*")) {
            due.values().stream()
                    .filter(day -> !now.isBefore(day))
                    .forEach(day -> add(measure, "", day, 0));
        }
    }

    private static Instant over(String dueOn) {
        var at = Instant.parse(dueOn).atOffset(ZoneOffset.UTC);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.plusDays(1).toInstant()
                : at.toInstant();
    }

    private void carried(List<Raw> events, String stage) {
        var moves = new HashMap<String, Integer>();
        var all = 0;
        for (var event : events) {
            var passed = event.type().equals("SeamChecked") && event.text("verdict").equals("PASS");
            if ((MOTION.contains(event.type()) || passed)
                    && !event.who().path("channel").asString().equals("IMPORT")
                    && event.at().isAfter(now.minus(Duration.ofDays(90)))) {
                moves.merge(event.who().path("actorId").asString(""), 1, Integer::sum);
                all++;
            }
        }
        if (all < 5 || !Set.of("LAUNCH", "SCALED").contains(stage)) {
            return;
        }
        var counts = new ArrayList<>(moves.values());
        counts.sort(Comparator.reverseOrder());
        var people = 0;
        for (var carried = 0; carried * 10 < all * 8; people++) {
            carried += counts.get(people);
        }
        add("heroIndex", "", now, people);
        add("carriedByOne", "", now, people == 1 ? 1 : 0);
    }

    private static double days(Raw from, Raw to) {
        return days(from.at(), to.at());
    }

    private static double days(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis())
                .divide(BigDecimal.valueOf(86_400_000), 4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private void add(String measure, String part, Instant at, double value, Raw... events) {
        things.computeIfAbsent(measure, _ -> new ArrayList<>())
                .add(new Thing(part, at, value, List.of(events).stream().map(Raw::id).toList()));
    }

    /** As "0.5000 of 4, LAUNCH 12.0000 of 2". */
    String said(String measure, Predicate<Instant> when) {
        var of =
                things.getOrDefault(measure, List.of()).stream()
                        .filter(each -> when.test(each.at()))
                        .toList();
        var said = new StringBuilder(value(measure, of) + " of " + of.size());
        if (Set.of("daysInStage", "pilotVerdicts", "exceptions", "deviations").contains(measure)) {
            var parts = new TreeMap<String, List<Thing>>();
            of.forEach(
                    each -> parts.computeIfAbsent(each.part(), _ -> new ArrayList<>()).add(each));
            parts.forEach(
                    (part, some) ->
                            said.append(
                                    ", %s %s of %d"
                                            .formatted(part, value(measure, some), some.size())));
        }
        return said.toString();
    }

    /** What is behind a figure, and may be named beside it. */
    Set<String> events(String measure) {
        var events = new HashSet<String>();
        things.getOrDefault(measure, List.of()).forEach(each -> events.addAll(each.events()));
        return events;
    }

    private static String value(String measure, List<Thing> of) {
        if (Set.of("jointWins", "pilotVerdicts", "exceptions", "deviations").contains(measure)) {
            return rounded(of.size());
        }
        if (measure.equals("distinctCustomers")) {
            return rounded(of.stream().map(Thing::part).distinct().count());
        }
        if (of.isEmpty()) {
            return "none";
        }
        var values = of.stream().map(Thing::value).sorted().toList();
        return Set.of(
                                "daysInStage",
                                "launchToFirstUse",
                                "announcedToFirstUse",
                                "leverageAgainstClaim",
                                "heroIndex")
                        .contains(measure)
                ? rounded((values.get((values.size() - 1) / 2) + values.get(values.size() / 2)) / 2)
                : rounded(values.stream().mapToDouble(each -> each).sum() / values.size());
    }

    /** To two digits by way of four, as figures are told: halves would part ways otherwise. */
    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The same of an answer. */
    static String said(JsonNode figure) {
        var said = new StringBuilder(value(figure) + " of " + figure.path("of").asInt());
        for (var part : figure.path("parts")) {
            said.append(
                    ", %s %s of %d"
                            .formatted(
                                    part.path("part").asString(),
                                    value(part),
                                    part.path("of").asInt()));
        }
        return said.toString();
    }

    private static String value(JsonNode of) {
        return of.has("value")
                ? of.path("value").decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "none";
    }
}
