package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The story of a partnership: what happened last comes first, whenever it was told. */
class StoryPageTest {

    private static final Pattern HEADLINE =
            Pattern.compile("class=\"entry\".*?<h3><bdi>([^<]*)</bdi>", Pattern.DOTALL);

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Saga Lund", Role.MANAGER));

    @Test
    void what_happened_on_one_day_is_told_in_the_order_of_recording() {
        var id = imported("story-1,One day,Day Ltd,TELCO,2025-03-01,2025-03-01,2025-03-01");

        assertThat(headlines(id)).containsSubsequence("Launched", "Pilot started", "Registered");
    }

    @Test
    void what_was_told_late_stands_on_the_day_on_which_it_happened() {
        var id = imported("story-2,Told late,Late Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        met(id, "2025-04-01", "WORKSHOP");
        met(id, "2025-03-01", "JOINT_CALL");

        assertThat(headlines(id))
                .containsSubsequence(
                        "Launched", "Workshop", "Joint call", "Pilot started", "Registered");
    }

    private static List<String> headlines(String id) {
        headway.awaitProjections();
        return HEADLINE.matcher(reader.open("/partnerships/" + id).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void met(String id, String day, String kind) {
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/touchpoints",
                        """
                        {"kind": "%s", "summary": "They agreed", "effectiveAt": "%s"}
                        """
                                .formatted(kind, day));
    }

    private static String imported(String row) {
        var head = "externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt";
        return headway.as(Role.ADMIN)
                .send(
                        "POST",
                        "/api/v1/imports",
                        "text/csv",
                        BodyPublishers.ofString(head + "\n" + row + "\n"))
                .json()
                .at("/rows/0/partnershipId")
                .asString();
    }
}
