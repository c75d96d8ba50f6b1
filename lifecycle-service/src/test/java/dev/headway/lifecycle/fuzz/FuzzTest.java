package dev.headway.lifecycle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.shared.TwoPartners;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, Headway answers as its document promises, and never with a bug of its own.
 * {@code -Dheadway.fuzz=100000} sends more, {@code -Dheadway.fuzz.seed=7} sends others. What a
 * request is about depends on the answers before it; so a failure tells the request as it was sent,
 * besides the seed.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("headway.fuzz", 8_000);
    private static final long SEED = Long.getLong("headway.fuzz.seed", 1);
    private static final int CLIENTS = 16;
    private static final int PILOTS = 30;

    /** Nobody here has an account: the callers are the roles themselves; and nothing is parked. */
    private static final Set<String> NEVER_DONE =
            Set.of(
                    "POST /api/v1/me/password",
                    "POST /api/v1/me/sign-out",
                    "POST /api/v1/audit/logs",
                    "POST /api/v1/dead-letters/{projection}/{stream}/replay");

    /**
     * Asks for next to nothing, so that random lives get somewhere, and for alerts at once. Sent
     * again and again, since random programs shut the gates.
     */
    private static final String LENIENT =
            """
            {"thresholds": {"ghost-town": "PT1S", "steps-unsecured": "PT1S", "seat-vacant": "PT1S",
                            "objective-overdue": "PT1S"},
             "disqualifiers": [],
             "patterns": {"REFERRAL": {"requires": ["pilot-scoped"]}, "RESELL": {"requires": ["pilot-scoped"]},
                          "CO_DELIVERY": {"requires": ["pilot-scoped"]}, "EMBEDDED_PLATFORM": {"requires": ["pilot-scoped"]},
                          "MARKETPLACE_LISTING": {"requires": ["pilot-scoped"]}},
             "criteria": [{"id": "%s", "gate": "SCALED", "statement": "Their support knows it.",
                           "patterns": ["MARKETPLACE_LISTING"], "attestedBy": "MANAGER"}],
             "playbooks": {%s}}
            """
                    .formatted(
                            ValueGenerator.OWN_CRITERION,
                            Arrays.stream(Pattern.values())
                                    .map(FuzzTest::playbook)
                                    .collect(Collectors.joining(", ")));

    private final OpenApiContract contract = OpenApiContract.ofHeadway();
    private final ContractCheck check = new ContractCheck(contract);
    private final KnownResources living = new KnownResources();
    private final ResponseCounts tally = new ResponseCounts(contract);
    private final AtomicInteger sent = new AtomicInteger();

    /** The first of each kind of failure, by what was wrong. */
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();

    @Test
    void every_request_is_answered_as_documented() throws Exception {
        try (var channel = new GoneChannel();
                var headway = RunningHeadway.start(settings(channel))) {
            var tokens = new EnumMap<Role, String>(Role.class);
            Role.OURS.forEach(role -> tokens.put(role, headway.token(role)));
            for (var role : Role.OURS) {
                living.spare(headway.as(role).get("/api/v1/me").json().get("id").asString());
            }
            tokens.put(Role.PARTNER, somebodyOfAPartner(headway));
            bringPilots(
                    headway,
                    new RequestGenerator(
                            contract, List.of(), List::of, tokens, living, new Random(SEED)));
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                var calls = Collections.nCopies(CLIENTS, sending(headway.uri().getPort(), tokens));
                for (var client : clients.invokeAll(calls)) {
                    client.get();
                }
            }
            headway.awaitProjections();
        }
        System.out.printf(
                "%d requests with seed %d were answered%n%s%n%s%n",
                REQUESTS, SEED, tally, tally.byStatus());

        assertThat(failures.values()).isEmpty();
        assertThat(sent.get()).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(tally.withoutAny(2))
                .as("never done")
                .containsExactlyInAnyOrderElementsOf(NEVER_DONE);
        assertThat(tally.withoutAny(4)).as("never refused").isEmpty();
        assertThat(living.stagesReached())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::name).toList());
    }

    /** A step that random ones are called like, in each stage in which a life has any. */
    private static String playbook(Pattern pattern) {
        var step =
                """
                [{"title": "%s", "side": "OURS", "afterDays": 7}]"""
                        .formatted(ValueGenerator.PLAYBOOK_STEP);
        return Stream.of("PROSPECT", "PILOT", "LAUNCH", "SCALED")
                .map(stage -> "\"%s\": %s".formatted(stage, step))
                .collect(Collectors.joining(", ", "\"%s\": {".formatted(pattern.name()), "}"));
    }

    /** Their partnership has what they may write about. */
    private String somebodyOfAPartner(RunningHeadway headway) {
        var side = TwoPartners.of(headway).one();
        living.spare(side.person().id());
        return side.person().token();
    }

    /** Some that are where random lives seldom stay for long. */
    private void bringPilots(RunningHeadway headway, RequestGenerator requests) throws IOException {
        var manager = headway.as(Role.MANAGER);
        try (var wire = new RawConnection(headway.uri().getPort())) {
            for (int i = 0; i < PILOTS; i++) {
                var pilot =
                        PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Pilot " + i)
                                .inPilot();
                var look = requests.look(pilot.path());
                living.learn(look, wire.send(look));
            }
        }
    }

    private Callable<Integer> sending(int port, Map<Role, String> tokens) {
        var targets = FuzzedOperation.all(contract);
        return () -> {
            try (var wire = new RawConnection(port)) {
                int i = sent.getAndIncrement();
                for (; i < REQUESTS; i = sent.getAndIncrement()) {
                    var random = new Random(SEED * 1_000_003 + i);
                    var requests =
                            new RequestGenerator(
                                    contract,
                                    targets,
                                    () -> neglected(targets),
                                    tokens,
                                    living,
                                    random);
                    send(i, i % 150 == 0 ? requests.program(LENIENT) : requests.next(), wire);
                }
                return i;
            }
        };
    }

    /** What could be done, or refused, and never was so far. */
    private List<FuzzedOperation> neglected(List<FuzzedOperation> targets) {
        var names = new HashSet<>(tally.withoutAny(2));
        names.removeAll(NEVER_DONE);
        names.addAll(tally.withoutAny(4));
        return targets.stream()
                .filter(each -> names.contains(each.operation().toString()))
                .toList();
    }

    private void send(int number, RawRequest request, RawConnection wire) throws IOException {
        var answer = wire.send(request);
        tally.count(request, answer.status());
        try {
            check.check(request, answer);
            if (answer.isDone() && request.isWhole()) {
                living.learn(request, answer);
            }
        } catch (AssertionError broken) {
            failures.putIfAbsent(kind(broken), reported(number, request, broken));
        }
    }

    /** Failures alike but for ids and numbers are one. */
    private static String kind(AssertionError broken) {
        var lines = String.valueOf(broken.getMessage()).lines().limit(2).toList();
        return String.join(" ", lines).replaceAll("[0-9a-f-]{36}|\\d{4,}|\\?\\S*", "…");
    }

    /** What happens is soon sealed, so that it can be proved. */
    private static String[] settings(GoneChannel channel) {
        return Stream.concat(
                        Stream.of(
                                "headway.sealing.after=1s",
                                "headway.events.longest-wait=50ms",
                                // whatever address comes out of chance, nobody is there
                                "headway.webhooks.sending.auto-start=false"),
                        Arrays.stream(channel.settings()))
                .toArray(String[]::new);
    }

    private static String reported(int number, RawRequest request, AssertionError broken) {
        var text = String.valueOf(broken.getMessage());
        return "%nrequest %d of seed %d%n%s%n--> %s%n"
                .formatted(
                        number, SEED, request, text.substring(0, Math.min(2_000, text.length())));
    }
}
