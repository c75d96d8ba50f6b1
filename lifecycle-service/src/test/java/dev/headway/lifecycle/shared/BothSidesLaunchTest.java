package dev.headway.lifecycle.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.PeopleOfPartners;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program that asks for the partner's word, and somebody of theirs who gives it. */
class BothSidesLaunchTest {

    private static final RunningHeadway headway = RunningHeadway.start();

    private final Caller manager = headway.as(Role.MANAGER);

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_launch_waits_for_the_partners_word_and_goes_through_with_it() {
        asksForTheirWord();
        var tern = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Tern").inPilot();
        tern.readyForLaunch();
        var objective = tern.path() + "/objectives/chains";
        manager.put(
                objective,
                """
                {"title": "Win the chains", "keyResults": [{"id": "stores", "name": "Stores",
                 "unit": "stores", "baseline": 12, "target": 80, "dueOn": "2031-01-31"}]}
                """);
        var ours = manager.put(objective + "/confirmations/OURS", "{\"by\": \"Ada Okafor\"}");
        tern.refresh(ours.position());

        var refused = tern.move("LAUNCH");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/unmet").valueStream().map(BothSidesLaunchTest::criterion))
                .containsExactlyInAnyOrderElementsOf(Criteria.WHERE_NAMED);

        var ines = new PeopleOfPartners(headway).ofPartnershipsPartner(tern.path(), "Ines Duarte");
        var shared = ines.caller().get("/api/v1/shared/" + tern.id()).json();
        for (var said :
                List.of(
                        List.of("/pilot-verdict/confirmation", "/pilotVerdict/wording"),
                        List.of("/exit-terms/confirmation", "/exitTerms/wording"),
                        List.of(
                                "/objectives/chains/confirmations/PARTNER",
                                "/objectives/0/wording"))) {
            var answer =
                    ines.caller()
                            .put(
                                    tern.path() + said.getFirst(),
                                    "{\"wording\": \"%s\"}"
                                            .formatted(shared.at(said.getLast()).asString()));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            tern.refresh(answer.position());
        }

        var launched = tern.move("LAUNCH");
        assertThat(launched.status()).as(launched.text()).isEqualTo(200);
    }

    private void asksForTheirWord() {
        var admin = headway.as(Role.ADMIN);
        var required =
                Criteria.OF_TEMPLATES.stream().collect(Collectors.joining("\", \"", "\"", "\""));
        var program = admin.get("/api/v1/program").text();
        var asking =
                program.replaceFirst(
                        "\"RESELL\":\\{\"requires\":\\[[^\\]]*\\]",
                        "\"RESELL\":{\"requires\":[" + required + "]");
        assertThat(asking).isNotEqualTo(program);
        var answer = admin.put("/api/v1/program", asking);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String criterion(JsonNode unmet) {
        return unmet.at("/criterion").asString();
    }
}
