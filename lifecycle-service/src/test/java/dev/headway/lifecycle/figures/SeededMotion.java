package dev.headway.lifecycle.figures;

import dev.headway.contracts.Mechanism;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * What people do with partnerships, by chance and always the same: calls of which some are refused,
 * as calls are.
 */
final class SeededMotion {

    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY");
    private static final List<String> CUSTOMERS =
            List.of("Harbour Foods", "harbour foods", "Globex", "Café Meridian");

    private final RunningHeadway headway;
    private final SplittableRandom random;
    private final Instant now;
    private int refused;
    private int taken;

    SeededMotion(RunningHeadway headway, long seed, Instant now) {
        this.headway = headway;
        this.random = new SplittableRandom(seed);
        this.now = now;
    }

    int taken() {
        return taken;
    }

    int refused() {
        return refused;
    }

    /** Something happens to a partnership, so many times. */
    void of(String partnership, int times) {
        for (var i = 0; i < times; i++) {
            next("/api/v1/partnerships/" + partnership);
        }
    }

    private void next(String path) {
        var who = headway.as(random.nextInt(4) == 0 ? Role.APPROVER : Role.MANAGER);
        switch (random.nextInt(17)) {
            case 0 -> put(who, path + "/pattern", "{'pattern':'%s'}", one(Pattern.values()));
            case 1, 2 -> claim(who, path);
            case 3 ->
                    post(
                            who,
                            path + "/measurements",
                            "{'value':%d,'evidence':'crm','effectiveAt':'%s'}",
                            random.nextInt(40),
                            ago(200));
            case 4, 5, 6, 7 -> win(who, path);
            case 8, 9 ->
                    post(
                            who,
                            path + "/touchpoints",
                            "{'kind':'JOINT_CALL','summary':'call %d','effectiveAt':'%s'}",
                            random.nextInt(1_000_000),
                            ago(150));
            case 10 -> step(who, path);
            case 11 -> obligation(who, path);
            case 12 ->
                    put(
                            who,
                            path + "/pilot-verdict",
                            "{'verdict':'%s','evidence':'x'%s}",
                            one(new String[] {"PROVED", "DISPROVED"}),
                            "");
            case 13 -> move(who, path);
            case 14 ->
                    put(
                            who,
                            path + "/announcement",
                            "{'where':'their fair','announcedOn':'%s'}",
                            ago(300));
            default -> correct(who, path);
        }
    }

    private void claim(Caller who, String path) {
        put(
                who,
                path + "/leverage-claim",
                "{'mechanism':'%s','why':'it pays','metric':{'name':'%s','unit':'percent',"
                        + "'baseline':%d,'target':%d},'dueOn':'%s'}",
                one(Mechanism.values()),
                random.nextBoolean() ? "win rate" : "speed",
                random.nextInt(20),
                random.nextInt(40),
                now.plus(Duration.ofDays(random.nextInt(-100, 100))));
    }

    private void win(Caller who, String path) {
        var worth =
                random.nextInt(5) == 0
                        ? ""
                        : ",'amount':{'value':%d.%02d,'currency':'%s'}"
                                .formatted(
                                        1 + random.nextInt(90_000),
                                        random.nextInt(100),
                                        one(CURRENCIES.toArray(String[]::new)));
        var whose =
                switch (random.nextInt(3)) {
                    case 0 -> ",'attribution':'SOURCED'";
                    case 1 -> ",'attribution':'INFLUENCED'";
                    default -> "";
                };
        post(
                who,
                path + "/joint-wins",
                "{'customer':'%s','summary':'live','evidence':'order %d'%s%s,'effectiveAt':'%s'}",
                one(CUSTOMERS.toArray(String[]::new)),
                random.nextInt(1_000_000),
                worth,
                whose,
                ago(400));
    }

    private void step(Caller who, String path) {
        var planned =
                post(
                        who,
                        path + "/steps",
                        "{'title':'a step','owner':'Alliance desk','side':'OURS','dueOn':'%s',"
                                + "'effectiveAt':'%s'}",
                        now.plus(Duration.ofDays(random.nextInt(-30, 10))),
                        now.minus(Duration.ofDays(60)));
        var id = planned.path("stepId").asString("");
        if (!id.isEmpty() && random.nextInt(4) > 0) {
            post(
                    who,
                    path + "/steps/" + id + (random.nextInt(4) == 0 ? "/drop" : "/completion"),
                    random.nextInt(2) == 0 ? "{'reason':'x'}" : "{'effectiveAt':'%s'}",
                    ago(25));
        }
    }

    private void obligation(Caller who, String path) {
        var owed =
                post(
                        who,
                        path + "/obligations",
                        "{'what':'a feature','owedTo':'them','dueOn':'%s','effectiveAt':'%s'}",
                        now.plus(Duration.ofDays(random.nextInt(-30, 10))),
                        now.minus(Duration.ofDays(60)));
        var id = owed.path("obligationId").asString("");
        if (!id.isEmpty() && random.nextInt(3) > 0) {
            post(
                    who,
                    path + "/obligations/" + id + "/discharge",
                    "{'how':'done','effectiveAt':'%s'}",
                    ago(25));
        }
    }

    private void move(Caller who, String path) {
        var etag = who.get(path).header("ETag");
        count(
                who.post(
                        path + "/transitions",
                        json(
                                "{'to':'%s','reason':'as agreed'}",
                                one(new String[] {"PILOT", "LAUNCH", "SCALED", "PROSPECT"})),
                        "If-Match",
                        etag));
    }

    /** Withdraws one of its joint wins or claims, or says that it was otherwise. */
    private void correct(Caller who, String path) {
        var history = who.get(path + "/history?limit=200").json().at("/items");
        var facts =
                history.valueStream()
                        .filter(each -> !each.has("withdrawn"))
                        .filter(
                                each ->
                                        List.of(
                                                        "JointWinRecorded",
                                                        "LeverageClaimed",
                                                        "MeasurementTaken",
                                                        "PartnershipAnnounced",
                                                        "StepPlanned",
                                                        "TouchpointRecorded")
                                                .contains(each.path("type").asString()))
                        .toList();
        if (facts.isEmpty()) {
            return;
        }
        var fact = facts.get(random.nextInt(facts.size()));
        var of = path + "/history/" + fact.path("eventId").asString();
        if (fact.path("type").asString().equals("JointWinRecorded") && random.nextBoolean()) {
            post(
                    who,
                    of + "/correction",
                    "{'reason':'mistyped','amount':{'value':%d,'currency':'EUR'}}",
                    1 + random.nextInt(500));
        } else {
            post(who, of + "/withdrawal", "{'reason':'it never was'}");
        }
    }

    private JsonNode post(Caller who, String path, String body, Object... values) {
        return count(who.post(path, json(body, values)));
    }

    private void put(Caller who, String path, String body, Object... values) {
        count(who.put(path, json(body, values)));
    }

    private static String json(String body, Object... values) {
        return body.formatted(values).replace('\'', '"');
    }

    private JsonNode count(Caller.Answered answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(answer.text());
        }
        if (answer.status() >= 400) {
            refused++;
        } else {
            taken++;
        }
        return answer.json();
    }

    private String ago(int days) {
        return now.minus(Duration.ofHours(1 + random.nextInt(days * 24))).toString();
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
