package dev.headway.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.Role;
import dev.headway.demo.Demo;
import dev.headway.testing.DrivenClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./headway demo} prints a portfolio with something to look at. */
class DemoTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void it_fills_a_running_service_and_prints_what_a_manager_looks_at_first() throws Exception {
        var printed = new ByteArrayOutputStream();

        new Demo(
                        headway.uri(),
                        headway.token(Role.MANAGER),
                        clock.instant(),
                        new PrintStream(printed, true, UTF_8))
                .play();

        assertThat(printed.toString(UTF_8))
                .isEqualTo(
                        """
                        registered Northwind Relay resale
                          moved to PILOT
                          moved to LAUNCH
                        registered Bluepeak co-delivery
                          moved to PILOT
                          moved to LAUNCH
                        registered Tidewater bundle
                          moved to PILOT
                        registered Ostrava marketplace
                          moved to PILOT
                          moved to LAUNCH
                        registered Larkspur referrals
                          422 3 criteria for PILOT not met

                        Ghost towns
                          Northwind Relay resale   LAUNCH  quiet for 72 days since 2026-09-09T09:00:00Z (PartnershipLaunched)
                          Tidewater bundle         PILOT   quiet for 65 days since 2026-09-16T09:00:00Z (TouchpointRecorded)

                        Next steps
                          2026-11-27  Train the field teams        PARTNER  Alliance desk
                          2026-11-27  Train the field teams        PARTNER  Alliance desk
                          2026-12-11  Publish the joint case study OURS     Alliance desk
                          2026-12-11  Publish the joint case study OURS     Alliance desk
                          2026-12-11  Publish the joint case study OURS     Alliance desk
                          2026-12-25  Plan the second region       OURS     Alliance desk

                        History of Larkspur referrals
                          2026-11-08  PartnershipRegistered    DONE     by manager
                          2026-11-08  PatternChosen            DONE     by manager
                          2026-11-08  SeatFilled               DONE     by manager
                          2026-11-20  MoveRefused              REFUSED  by manager
                                      unmet: leverage-claimed (have nothing recorded, need a leverage claim)
                                      unmet: timing-right (have never read, need both sides ready, read within 90 days)
                                      unmet: pilot-scoped (have no scope, need a scope that ends within 90 days)
                        """);
    }

    @Test
    void where_calls_are_limited_it_waits_until_the_next_one_may_come() throws Exception {
        try (var limited = RunningHeadway.start("headway.ratelimit.per-second=10")) {
            var printed = new ByteArrayOutputStream();

            demo(limited, limited.token(Role.MANAGER), printed).play();

            assertThat(printed.toString(UTF_8)).contains("History of Larkspur referrals");
        }
    }

    @Test
    void what_goes_wrong_is_told_with_its_partnership() {
        var demo = demo(headway, headway.token(Role.VIEWER), new ByteArrayOutputStream());

        assertThatThrownBy(demo::play)
                .hasMessageStartingWith("Northwind Relay resale: POST ")
                .hasMessageContaining("answered 403");
    }

    private static Demo demo(RunningHeadway service, String token, ByteArrayOutputStream printed) {
        return new Demo(
                service.uri(), token, clock.instant(), new PrintStream(printed, true, UTF_8));
    }
}
