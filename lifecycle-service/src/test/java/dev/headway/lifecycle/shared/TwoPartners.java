package dev.headway.lifecycle.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.PeopleOfPartners;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two companies that know nothing of each other, a lively partnership with each, and its people.
 */
public record TwoPartners(Side one, Side other) {

    /** What is only among ours, of whichever partnership. */
    private static final String AMONG_OURS = "amongours";

    /**
     * A partnership, and somebody of its partner's.
     *
     * @param word what stands in each of its names and texts, and nowhere else
     * @param ids of what is within it, its own and its partner's
     */
    public record Side(
            String path,
            String word,
            List<String> ids,
            String step,
            String objective,
            PeopleOfPartners.Person person) {

        public String id() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        public Caller caller() {
            return person.caller();
        }
    }

    public static TwoPartners of(RunningHeadway headway) {
        return new TwoPartners(side(headway, "Terncanary"), side(headway, "Zebracanary"));
    }

    /** What must not be told to people of a side: of the other one, and what is among ours. */
    public List<String> notFor(Side side) {
        var foreign = side == one ? other : one;
        return Stream.concat(Stream.of(foreign.word(), AMONG_OURS), foreign.ids().stream())
                .toList();
    }

    private static Side side(RunningHeadway headway, String word) {
        var manager = headway.as(Role.MANAGER);
        var partnership =
                PartnershipOverHttp.registered(manager, Clock.systemUTC(), word).launched();
        var path = partnership.path();
        var ids = new ArrayList<String>();
        ids.add(partnership.id());
        var step =
                created(
                        manager.post(
                                path + "/steps",
                                """
                                {"title": "%s desk", "owner": "%s", "side": "PARTNER",
                                 "dueOn": "2031-05-04"}
                                """
                                        .formatted(word, word)),
                        "stepId");
        ids.add(step);
        ids.add(
                created(
                        manager.post(
                                path + "/waivers",
                                """
                                {"criterion": "seams-pass", "reason": "%s waiver",
                                 "expiresOn": "2031-05-04"}
                                """
                                        .formatted(AMONG_OURS)),
                        "waiverId"));
        ids.add(
                created(
                        manager.post(
                                path + "/obligations",
                                """
                                {"what": "%s obligation", "owedTo": "%s", "dueOn": "2031-05-04"}
                                """
                                        .formatted(AMONG_OURS, AMONG_OURS)),
                        "obligationId"));
        manager.post(
                path + "/screenings",
                """
                {"disqualifier": "no-budget", "verdict": "CLEAR", "note": "%s screening"}
                """
                        .formatted(AMONG_OURS));
        manager.post(
                path + "/touchpoints",
                "{\"kind\": \"MESSAGE\", \"summary\": \"%s touchpoint\"}".formatted(AMONG_OURS));
        var objective = word.toLowerCase(Locale.ROOT);
        var shared =
                manager.put(
                        path + "/objectives/" + objective,
                        """
                        {"title": "%s objective", "keyResults": [{"id": "stores", "name": "Stores",
                         "unit": "stores", "baseline": 12, "target": 80, "dueOn": "2031-01-31"}]}
                        """
                                .formatted(word));
        assertThat(shared.status()).as(shared.text()).isEqualTo(200);
        var people = new PeopleOfPartners(headway);
        ids.add(people.partnerOf(path));
        var person = people.ofPartnershipsPartner(path, word + " Person");
        ids.add(person.id());
        return new Side(path, word, List.copyOf(ids), step, objective, person);
    }

    private static String created(Caller.Answered answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get(field).asString();
    }
}
