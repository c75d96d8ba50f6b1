package dev.headway.lifecycle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document against the service that runs: what there is, and where it is read. */
class ServedContractTest {

    static RunningHeadway headway;
    static final OpenApiContract documented = OpenApiContract.ofHeadway();

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_is_served_is_documented_and_the_other_way_round() {
        assertThat(documented.operations())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(served());
    }

    @Test
    void the_words_are_those_of_the_language() {
        for (var words :
                List.of(
                        BendKind.class,
                        Classification.class,
                        IncentiveActor.class,
                        Mechanism.class,
                        PartnerType.class,
                        Pattern.class,
                        PilotVerdict.class,
                        ReceivingTeam.class,
                        ScreeningVerdict.class,
                        Seam.class,
                        SeamVerdict.class,
                        Seat.class,
                        Side.class,
                        Stage.class,
                        TouchpointKind.class,
                        WaiverDecision.class)) {
            assertThat(documented.words(words.getSimpleName()))
                    .as(words.getSimpleName())
                    .isEqualTo(
                            Arrays.stream(words.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.toSet()));
        }
        assertThat(documented.words("CriterionId")).isEqualTo(Set.copyOf(Criteria.ALL));
        assertThat(documented.words("RuleId"))
                .isEqualTo(
                        DefaultThresholds.ALL.stream()
                                .map(Threshold::rule)
                                .collect(Collectors.toSet()));
        assertThat(documented.words("EventType"))
                .isEqualTo(
                        kinds(HeadwayEvent.class)
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()));
    }

    @Test
    void every_operation_asks_for_the_token() {
        assertThat(documented.operations())
                .allSatisfy(
                        operation ->
                                assertThat(
                                                operation
                                                        .documented()
                                                        .at("/security/0/bearer")
                                                        .isArray())
                                        .isTrue());
    }

    @Test
    void the_document_is_served_without_a_token() {
        var answer = headway.asNobody().get("/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.text()).startsWith("openapi: 3.1").contains("/partnerships/{id}:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/docs/problems"})
    void a_page_and_all_it_needs_come_from_here_without_a_token(String path) {
        var page = headway.asNobody().get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).doesNotContain("://", "<script>", " style=", "onload");
        var links = links(page.text());
        assertThat(links).isNotEmpty();
        assertThat(links)
                .allSatisfy(
                        link ->
                                assertThat(headway.asNobody().get(link).status())
                                        .as(link)
                                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/",
                "/docs/problems",
                "/docs/docs.js",
                "/openapi.yaml",
                "/actuator/health/liveness",
                "/pages/one-time-link.js",
                "/webjars/swagger-ui/swagger-ui.css"
            })
    void whoever_may_read_a_page_may_ask_for_its_headers(String path) {
        var head = headway.asNobody().send("HEAD", path, null, BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type"))
                .isEqualTo(headway.asNobody().get(path).header("Content-Type"));
    }

    @Test
    void the_root_leads_whoever_has_not_signed_in_there() {
        var answer = headway.asNobody().get("/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/oauth2/authorization/console?to=%2F");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing/here",
        "GET, /api/v1/nothing",
        "GET, /docs/nothing",
        "GET, /pages/nothing.js",
        "GET, /favicon.ico",
        "POST, /nothing/here",
        "POST, /api/v1/nothing",
        "DELETE, /api/v1/partnerships/1/nothing"
    })
    void an_address_where_nothing_is_is_told_so_in_our_words(String method, String path) {
        var answer = headway.as(Role.MANAGER).send(method, path, null, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").asString()).isEqualTo("/docs/problems#not-found");
        assertThat(answer.json().at("/detail").asString())
                .isEqualTo("There is no such address here");
    }

    @Test
    void without_a_token_nobody_is_told_what_is_there() {
        assertThat(headway.asNobody().get("/nothing/here").status()).isEqualTo(401);
        assertThat(headway.asNobody().get("/api/v1/nothing").status()).isEqualTo(401);
    }

    @Test
    void every_type_of_problem_is_explained() {
        var page = headway.asNobody().get("/docs/problems").text();

        assertThat(documented.words("ProblemType"))
                .allSatisfy(
                        type ->
                                assertThat(page)
                                        .contains(
                                                "id=\""
                                                        + type.substring(type.indexOf('#') + 1)
                                                        + "\""));
    }

    private static List<String> served() {
        return headway
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(
                        mapped ->
                                mapped.getMethodsCondition().getMethods().stream()
                                        .flatMap(
                                                method ->
                                                        mapped.getPatternValues().stream()
                                                                .map(path -> method + " " + path)))
                .map(mapped -> mapped.replace("{*", "{")) // a document has no name for several
                .filter(mapped -> mapped.contains(" /api/"))
                .distinct() // one path may answer in several formats
                .toList();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(ServedContractTest::kinds)
                        .distinct()
                : Stream.of(type);
    }

    private static List<String> links(String page) {
        return java.util.regex.Pattern.compile("(?:href|src)=\"([^\"#]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult link) -> link.group(1))
                .distinct()
                .toList();
    }
}
