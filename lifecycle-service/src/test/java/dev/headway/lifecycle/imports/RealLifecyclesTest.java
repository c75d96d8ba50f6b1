package dev.headway.lifecycle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.contracts.Stage;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.SharedData;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of real lifecycles, as they are. */
class RealLifecyclesTest {

    private static RunningHeadway headway;
    private static ImportClient upload;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        upload = new ImportClient(headway);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_projects_of_the_cncf_go_in_whole_and_again_change_nothing() throws Exception {
        var file = SharedData.file("cncf-import.csv");
        assumeThat(file).exists();

        var first = upload.file(file);

        assertThat(first.status()).isEqualTo(200);
        assertThat(ImportClient.sums(first))
                .isEqualTo("created 255, updated 0, unchanged 0, rejected 0");
        assertThat(upload.stages("cncf-%"))
                .isEqualTo(
                        Map.of(
                                Stage.PILOT, 151L,
                                Stage.LAUNCH, 38L,
                                Stage.SCALED, 38L,
                                Stage.SUNSET, 28L));

        var events = upload.eventsOfPartnerships();
        var again = upload.file(file);

        assertThat(ImportClient.sums(again))
                .isEqualTo("created 0, updated 0, unchanged 255, rejected 0");
        assertThat(upload.eventsOfPartnerships()).isEqualTo(events);
    }

    @Test
    void of_the_kubernetes_proposals_the_good_go_in_and_each_bad_one_is_explained()
            throws Exception {
        var file = SharedData.file("keps-import.csv");
        assumeThat(file).exists();

        var first = upload.file(file);

        assertThat(first.status()).isEqualTo(200);
        var rejected = first.json().at("/rejected").asInt();
        assertThat(rejected).isBetween(38, 41);
        assertThat(first.json().at("/created").asInt()).isEqualTo(675 - rejected);
        assertThat(first.json().at("/rows").valueStream())
                .hasSize(675)
                .allSatisfy(
                        row ->
                                assertThat(row.at("/errors").isEmpty())
                                        .isEqualTo(
                                                !row.at("/outcome").asString().equals("REJECTED")));

        var again = upload.file(file);

        assertThat(ImportClient.sums(again))
                .isEqualTo(
                        "created 0, updated 0, unchanged %d, rejected %d"
                                .formatted(675 - rejected, rejected));
    }
}
