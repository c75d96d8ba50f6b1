package dev.headway.projections.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Five calls a second, and ten at once after a pause. */
class RateLimitFilterTest {

    private static final String PROGRAM = "/api/v1/program";
    private static final int AT_ONCE = 10;

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller viewer;
    private static Caller admin;

    @BeforeEach
    void after_a_pause() {
        clock.advance(Duration.ofSeconds(2));
    }

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock, "headway.ratelimit.per-second=5");
        viewer = headway.as(Role.VIEWER);
        admin = headway.as(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void too_many_calls_are_rejected_with_a_time_to_come_back() {
        assertThat(statuses(AT_ONCE, () -> viewer.get(PROGRAM))).containsOnly(200);

        var turnedAway = viewer.get(PROGRAM);
        assertThat(turnedAway.status()).isEqualTo(429);
        assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
        assertThat(turnedAway.header("Content-Type")).startsWith("application/problem+json");
        assertThat(turnedAway.json().at("/type").asString())
                .isEqualTo("/docs/problems#too-many-requests");
        assertThat(turnedAway.json().at("/instance").asString()).isEqualTo(PROGRAM);
    }

    @Test
    void the_rate_comes_back_with_time_and_being_turned_away_costs_nothing() {
        statuses(3 * AT_ONCE, () -> viewer.get(PROGRAM));
        clock.advance(Duration.ofMillis(199));
        assertThat(viewer.get(PROGRAM).status()).isEqualTo(429);

        clock.advance(Duration.ofMillis(1));
        assertThat(statuses(2, () -> viewer.get(PROGRAM))).containsExactly(200, 429);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statuses(6, () -> viewer.get(PROGRAM)))
                .containsExactly(200, 200, 200, 200, 200, 429);
    }

    @Test
    void nobody_waits_for_somebody_else() {
        statuses(AT_ONCE + 1, () -> viewer.get(PROGRAM));

        assertThat(viewer.get(PROGRAM).status()).isEqualTo(429);
        assertThat(admin.get(PROGRAM).status()).isEqualTo(200);
        assertThat(headway.asNobody().get(PROGRAM).status()).isEqualTo(401);
    }

    @Test
    void who_calls_without_a_valid_token_is_counted_by_address() {
        var nobody = headway.asNobody();
        assertThat(statuses(AT_ONCE / 2, () -> nobody.get(PROGRAM))).containsOnly(401);
        assertThat(statuses(AT_ONCE / 2, () -> forged(PROGRAM))).containsOnly(401);

        assertThat(nobody.get(PROGRAM).status()).isEqualTo(429);
        assertThat(forged(PROGRAM).status()).isEqualTo(429);
        assertThat(forged(PROGRAM).header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void a_body_is_not_looked_at_any_more() {
        assertThat(statuses(AT_ONCE, () -> admin.put(PROGRAM, "{"))).containsOnly(400);
        assertThat(admin.put(PROGRAM, "{").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%70rogram", "/%61pi/v1/program", "/api/v1/nothing"})
    void no_other_spelling_gets_around_it(String path) {
        statuses(AT_ONCE, () -> viewer.get(PROGRAM));

        assertThat(viewer.withoutContract().get(path).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/openapi.yaml", "/docs"})
    void health_and_documents_are_not_counted(String path) {
        assertThat(statuses(3 * AT_ONCE, () -> headway.asNobody().get(path))).containsOnly(200);
        statuses(AT_ONCE + 1, () -> viewer.get(PROGRAM));
        assertThat(viewer.get(path).status()).isEqualTo(200);
    }

    @Test
    void who_reads_calendars_is_counted_by_address() {
        var nobody = headway.asNobody().withoutContract();
        var calendar = "/calendar/hwc_x.ics";
        assertThat(statuses(AT_ONCE, () -> nobody.get(calendar))).containsOnly(404);

        assertThat(nobody.get(calendar).status()).isEqualTo(429);
        assertThat(nobody.get(calendar).text()).doesNotContain("hwc_x");
    }

    @Test
    void every_operation_says_that_it_may_turn_a_caller_away() {
        assertThat(OpenApiContract.ofHeadway().operations())
                .allSatisfy(
                        operation ->
                                assertThat(operation.documented().at("/responses").has("429"))
                                        .as(operation.toString())
                                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "'', 0"})
    void it_is_set_by_the_environment_and_otherwise_off(String setting, int perSecond) {
        assertThat(bound(Map.of("HEADWAY_RATELIMIT_PERSECOND", setting)).calls())
                .isEqualTo(perSecond);
        assertThat(bound(Map.of()).isOff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void a_limit_that_makes_no_sense_is_refused_at_the_start(int perSecond) {
        assertThatThrownBy(() -> new RateLimitProperties(perSecond))
                .hasMessageContaining("headway.ratelimit.per-second");
    }

    private static RateLimitProperties bound(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        return Binder.get(environment).bindOrCreate("headway.ratelimit", RateLimitProperties.class);
    }

    private static Answered forged(String path) {
        return headway.asNobody().get(path, "Authorization", "Bearer a.b.c");
    }

    private static List<Integer> statuses(int times, Supplier<Answered> call) {
        return Stream.generate(call).limit(times).map(Answered::status).toList();
    }
}
