package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.processing.ProjectionProcessors;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that lacks what could not be worked in says so, and no other page does. */
class BehindPagesTest {

    private static final String SAID = "This page is behind";

    private static RunningHeadway headway; // what is spoilt is not sealed
    private static SignedInPeople people;
    private static String sound;
    private static String parked;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start("headway.sealing.after=1h");
        people = new SignedInPeople(headway);
        sound = prospect("Sound");
        parked = spoilt(prospect("Parked"));
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void its_own_page_says_so_and_that_of_another_partnership_does_not() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(open("/partnerships/" + parked))
                                        .contains(
                                                SAID,
                                                "about this partnership",
                                                "Its gate cannot be told now",
                                                "Next three steps"));

        assertThat(open("/partnerships/" + sound)).doesNotContain(SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board", "/ghost-towns", "/steps", "/alerts", "/program"})
    void a_list_says_so_while_anything_is_parked(String list) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(open(list)).contains(SAID, "its partnership"));
        assertThat(open("/keys")).doesNotContain(SAID);
    }

    private static String open(String path) {
        return ReaderOverHttp.signedIn(headway, people.invite("Vera View", Role.VIEWER))
                .open(path)
                .body();
    }

    private static String prospect(String name) {
        return PartnershipOverHttp.prospect(headway.as(Role.MANAGER), name);
    }

    /** One whose last event nothing here reads. */
    private static String spoilt(String id) {
        headway.awaitProjections();
        var processors = headway.bean(ProjectionProcessors.class);
        processors.stop();
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/touchpoints",
                        "{\"kind\": \"JOINT_CALL\", \"summary\": \"Met\"}");
        headway.superuser()
                .sql(
                        """
                        update event
                        set    type = 'Spoilt' || type
                        where  stream  = :stream
                        and    version = (select max(version) from event where stream = :stream)
                        """)
                .param("stream", id)
                .update();
        processors.start();
        headway.awaitProjections();
        return id;
    }
}
