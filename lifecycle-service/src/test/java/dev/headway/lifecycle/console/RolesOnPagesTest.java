package dev.headway.lifecycle.console;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.console.facts.FactCatalogue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every page to every role: what the contract does not allow, no page offers. */
class RolesOnPagesTest {

    /** A move has a page of its own, and what was recorded wrongly is withdrawn and told anew. */
    private static final Set<String> NO_FACTS = Set.of("POST /partnerships/x/transitions");

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();

    @Test
    void what_the_api_refuses_to_a_role_no_page_offers() {
        var everything = reader("Zoe Alves", Role.OURS.toArray(Role[]::new));
        var pages = everyKindOfPage(everything);
        assertThat(pages.values()).extracting(OfferedPage::status).containsOnly(200);
        assertThat(pages.keySet().stream().map(OfferedPage::kind))
                .contains("/alerts/{id}/take", "/people/{id}/roles", "/program", "/import")
                .hasSizeGreaterThan(50);

        Role.OURS.stream().parallel().forEach(role -> offersWhatIsAllowed(role, pages.keySet()));
    }

    @Test
    void every_call_about_a_partnership_has_a_form() {
        var calls =
                OpenApiContract.ofHeadway().operations().stream()
                        .filter(each -> !each.method().equals("GET"))
                        .filter(each -> each.path().startsWith("/api/v1/partnerships/{id}"))
                        .map(each -> each.toString().replaceAll("\\{\\w+}", "x"))
                        .map(each -> each.replace("/api/v1", ""))
                        .filter(each -> !NO_FACTS.contains(each))
                        .collect(toSet());

        assertThat(FactCatalogue.all().stream().map(CallsOfForms::call).collect(toSet()))
                .isEqualTo(calls);
    }

    private static void offersWhatIsAllowed(Role role, Set<String> pages) {
        var reader = reader("Only " + role.name(), role);
        Map<String, OfferedPage> read = new LinkedHashMap<>();
        pages.forEach(page -> read.put(page, OfferedPage.of(reader.open(page))));
        var refused =
                read.entrySet().stream()
                        .filter(each -> each.getValue().status() != 200)
                        .map(each -> OfferedPage.kind(each.getKey()))
                        .collect(toSet());
        read.forEach(
                (page, offered) -> {
                    assertThat(offered.status()).as("%s of %s", page, role).isIn(200, 403);
                    assertThat(offered.actions())
                            .as("forms of %s for %s", page, role)
                            .allMatch(action -> CallsOfForms.allows(role, action));
                    assertThat(offered.links().stream().map(OfferedPage::kind))
                            .as("links of %s for %s", page, role)
                            .noneMatch(refused::contains);
                });
    }

    /** One page of each kind, found as people find them: by following links. */
    private static Map<String, OfferedPage> everyKindOfPage(Browser reader) {
        Map<String, OfferedPage> pages = new LinkedHashMap<>();
        var waiting = new ArrayDeque<String>(List.of("/partnerships/" + rich(), "/board"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reader.open("/alerts").body().contains("/take?"));
        Set<String> seen = waiting.stream().map(OfferedPage::kind).collect(toSet());
        while (!waiting.isEmpty()) {
            var page = waiting.remove();
            var offered = OfferedPage.of(reader.open(page));
            pages.put(page, offered);
            offered.links().stream()
                    .filter(link -> seen.add(OfferedPage.kind(link)))
                    .forEach(waiting::add);
        }
        return pages;
    }

    /** With something of everything that may be answered. */
    private static String rich() {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,lastMotionAt
                rich,Rich in facts,Reef Ltd,TELCO,2025-01-15,2025-03-01,2025-09-12
                """;
        var id =
                headway.as(Role.ADMIN)
                        .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv))
                        .json()
                        .at("/rows/0/partnershipId")
                        .asString();
        var path = "/api/v1/partnerships/" + id;
        var manager = headway.as(Role.MANAGER);
        manager.post(
                path + "/steps",
                """
                {"title": "Call", "owner": "Li", "side": "OURS", "dueOn": "2099-01-31"}
                """);
        manager.post(
                path + "/obligations",
                """
                {"what": "support", "owedTo": "Globex", "dueOn": "2099-01-31"}
                """);
        manager.put(
                path + "/classification",
                """
                {"classification": "STRATEGIC",
                 "bends": [{"bend": "ROADMAP", "what": "an export", "dueOn": "2099-01-31"}]}
                """);
        manager.post(
                path + "/waivers",
                """
                {"criterion": "seams-pass", "reason": "late", "expiresOn": "%s"}
                """
                        .formatted(Soon.DAY));
        manager.put(path + "/seats/SUPPORT", "{\"holder\": \"Li\", \"side\": \"OURS\"}");
        return id;
    }

    private static Browser reader(String name, Role... roles) {
        return ReaderOverHttp.signedIn(headway, people.invite(name, roles));
    }
}
