package dev.headway.lifecycle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.PeopleOfPartners;
import dev.headway.lifecycle.shared.TwoPartners;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever people of two partners send, no answer names anything of the other one, or of ours that
 * they do not share. {@code -Dheadway.fuzz.partner=100000} sends more, {@code
 * -Dheadway.fuzz.seed=7} sends others.
 */
class PartnerFuzzTest {

    private static final int REQUESTS = Integer.getInteger("headway.fuzz.partner", 4_000);
    private static final long SEED = Long.getLong("headway.fuzz.seed", 1);

    private final OpenApiContract contract = OpenApiContract.ofHeadway();
    private final ContractCheck check = new ContractCheck(contract);
    private final KnownResources living = new KnownResources();
    private final ResponseCounts tally = new ResponseCounts(contract);

    @Test
    void no_answer_names_anything_of_another_partner() throws Exception {
        try (var headway = RunningHeadway.start()) {
            var two = TwoPartners.of(headway);
            var random = new Random(SEED);
            try (var wire = new RawConnection(headway.uri().getPort())) {
                learn(headway, two, wire, random);
                for (int i = 0; i < REQUESTS; i++) {
                    var side = i % 2 == 0 ? two.one() : two.other();
                    var request = requests(tokens(side.person()), random).next();
                    var answer = wire.send(request);
                    tally.count(request, answer.status());
                    check.check(request, answer);
                    namesNothingOf(two.notFor(side), request, answer);
                }
            }
        }
        System.out.printf("%d requests with seed %d%n%s%n", REQUESTS, SEED, tally.byStatus());
        assertThat(tally.withoutAny(4)).as("never refused").isEmpty();
    }

    /** What there is, as somebody of ours sees it. */
    private void learn(RunningHeadway headway, TwoPartners two, RawConnection wire, Random random)
            throws Exception {
        var tokens = new EnumMap<Role, String>(Role.class);
        Role.OURS.forEach(role -> tokens.put(role, headway.token(role)));
        var looks = requests(tokens, random);
        for (var path :
                List.of(
                        two.one().path(),
                        two.other().path(),
                        "/api/v1/partnerships",
                        "/api/v1/partners",
                        "/api/v1/people",
                        "/api/v1/alerts",
                        "/api/v1/waivers")) {
            var look = looks.look(path);
            living.learn(look, wire.send(look));
        }
    }

    /** Whatever the document says of roles, whoever calls is of a partner. */
    private static Map<Role, String> tokens(PeopleOfPartners.Person person) {
        var tokens = new EnumMap<Role, String>(Role.class);
        List.of(Role.values()).forEach(role -> tokens.put(role, person.token()));
        return tokens;
    }

    private RequestGenerator requests(Map<Role, String> tokens, Random random) {
        var targets =
                FuzzedOperation.all(contract).stream()
                        .filter(each -> !each.operation().path().endsWith("/me/sign-out"))
                        .toList();
        return new RequestGenerator(contract, targets, List::of, tokens, living, random);
    }

    /** What was sent may come back, as in the address of a problem. */
    private static void namesNothingOf(
            List<String> secrets, RawRequest request, RawResponse answer) {
        var sent = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        var told = answer.headers().map() + "\n" + answer.text();
        assertThat(secrets)
                .as("%s%n--> %d %s", request, answer.status(), told)
                .noneMatch(secret -> told.contains(secret) && !sent.contains(secret));
    }
}
