package dev.headway.projections.audit;

import static dev.headway.projections.questions.EventPhrases.*;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever takes the place of something says what stood there, and what stands there now. */
class ReplacementTest {

    private final DataSource source = TestDatabase.migrated();

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoChangedWhat question = AuditForTests.over(source);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void every_kind_of_event_is_asked_whether_it_replaces_something() {
        var told = ReplacementExamples.ALL.stream().map(ReplacementExample::kind).collect(toSet());

        assertThat(told).containsExactlyInAnyOrderElementsOf(AuditedEventTypes.names());
    }

    @Test
    void a_change_says_what_it_replaced() {
        for (var example : ReplacementExamples.ALL) {
            log.happened(example.stream(), example.before());
            log.happened(example.stream(), example.event());
        }
        loop.catchUp();

        var entries = entries("?limit=200");
        assertThat(ReplacementExamples.ALL)
                .allSatisfy(
                        each ->
                                assertReplaced(
                                        last(entries, each.stream()), each.from(), each.to()));
    }

    @Test
    void the_first_program_replaces_what_came_out_of_the_box() {
        happened("program", program(threshold("ghost-town", null, "P90D")));

        var change = last("program");

        assertThat(change.get("from").asString()).startsWith("ghost-town: P60D; fading: P45D");
        assertThat(change.get("to").asString()).isEqualTo("ghost-town: P90D");
    }

    @Test
    void an_entry_goes_on_telling_what_it_replaced_and_a_withdrawal_what_stands_again() {
        happened(
                "withdrawn",
                registered("withdrawn", "Acme", "2026-01-01"),
                seated("SUPPORT", "Zoe", "OURS"),
                seated("SUPPORT", "Ada", "OURS"),
                seated("SUPPORT", "Mia", "OURS"),
                withdrawn("event-30", "SeatFilled"),
                withdrawn("event-40", "SeatFilled"),
                seated("SUPPORT", "Kai", "OURS"));

        assertReplaced(entry("withdrawn", 3), "Ada", "Mia");
        assertReplaced(entry("withdrawn", 4), null, null);
        assertReplaced(entry("withdrawn", 5), "Mia", "Zoe");
        assertReplaced(entry("withdrawn", 6), "Zoe", "Kai");
    }

    @Test
    void a_correction_says_what_was_recorded_and_what_holds_instead() {
        happened(
                "corrected",
                registered("corrected", "Acme", "2026-01-01"),
                seated("SUPPORT", "Ada", "OURS"),
                seated("SUPPORT", "Miaa", "OURS"),
                measured("12", "2026-01-03"));
        corrected("corrected", "event-30", "SeatFilled", seated("SUPPORT", "Mia", "OURS"));
        corrected("corrected", "event-40", "MeasurementTaken", measured("15", "2026-01-03"));
        corrected("corrected", "event-80", "MeasurementTaken", measured("16", "2026-01-04"));
        happened("corrected", seated("SUPPORT", "Kai", "OURS"));

        assertReplaced(entry("corrected", 2), "Ada", "Miaa");
        assertReplaced(entry("corrected", 4), "Miaa", "Mia");
        assertReplaced(entry("corrected", 5), "Miaa", "Mia");
        assertReplaced(entry("corrected", 7), "12", "15");
        assertReplaced(
                entry("corrected", 9),
                "value: 15; effectiveAt: 2026-01-03T00:00:00Z",
                "value: 16; effectiveAt: 2026-01-04T00:00:00Z");
        assertReplaced(entry("corrected", 10), "Mia", "Kai");
    }

    @Test
    void a_withdrawn_touchpoint_says_what_is_gone() {
        happened(
                "gone",
                registered("gone", "Acme", "2026-01-01"),
                touchpoint("Call", "2026-01-02"),
                withdrawn("event-20", "TouchpointRecorded"));

        assertThat(last("gone").get("from").asString()).contains("summary: Call");
        assertThat(last("gone").has("to")).isFalse();
    }

    @Test
    void a_date_that_is_corrected_again_replaces_the_corrected_one() {
        happened(
                "dated",
                registered("dated", "Acme", "2026-01-01"),
                pilotStarted("2026-01-02"),
                new MoveDateCorrected("event-20", at("2026-01-05"), "Mistyped", at("2026-02-01")),
                new MoveDateCorrected("event-20", at("2026-01-07"), "Again", at("2026-02-01")));

        assertReplaced(last("dated"), "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z");
    }

    @Test
    void what_is_told_late_replaces_nothing_newer_and_a_new_life_nothing_of_the_old() {
        happened(
                "lives",
                registered("lives", "Acme", "2026-01-01"),
                new TimingRead("a", true, "b", true, at("2026-01-20")),
                new TimingRead("c", true, "d", true, at("2026-01-10")),
                seated("SUPPORT", "Ada", "OURS"),
                new PatternChosen("RESELL", at("2026-01-20")),
                sunset("2026-02-01"),
                revived("2026-02-02"),
                seated("SUPPORT", "Mia", "OURS"),
                new PatternChosen("REFERRAL", at("2026-02-03")));

        assertReplaced(entry("lives", 2), null, null);
        assertReplaced(entry("lives", 7), null, null);
        assertReplaced(entry("lives", 8), "RESELL", "REFERRAL");
    }

    @Test
    void it_is_the_same_in_pages_in_both_times_and_after_a_rebuild() {
        happened(
                "same",
                registered("same", "Acme", "2026-01-01"),
                seated("SUPPORT", "Ada", "OURS"),
                touchpoint("Call", "2026-01-02"),
                seated("SUPPORT", "Mia", "OURS"),
                withdrawn("event-40", "SeatFilled"));
        corrected("same", "event-20", "SeatFilled", seated("SUPPORT", "Eva", "OURS"));
        var whole = entries("?partnership=same");

        loop.rebuild(WhoChangedWhat.NAME);
        loop.catchUp();

        assertThat(entries("?partnership=same")).isEqualTo(whole);
        assertThat(entries("?partnership=same&time=effective&to=2027-01-01")).isEqualTo(whole);
        assertThat(history("same")).isEqualTo(whole);
        assertThat(inPagesOfOne("same")).isEqualTo(whole);
        assertReplaced(entry("same", 3), "Ada", "Mia");
        assertReplaced(entry("same", 4), "Mia", "Ada");
        assertReplaced(entry("same", 5), "Ada", "Eva");
    }

    @Test
    void long_words_are_cut() {
        happened(
                "long",
                registered("long", "Acme", "2026-01-01"),
                new ExitTermsAgreed("x".repeat(4_000), 1, at("2026-01-02")),
                new ExitTermsAgreed("y".repeat(4_000), 1, at("2026-01-03")));

        assertThat(last("long").get("from").asString()).hasSize(500).endsWith("x…");
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    /** In one step, as a correction is recorded. */
    private void corrected(String stream, String eventId, String fact, HeadwayEvent anew) {
        log.happened(stream, withdrawn(eventId, fact));
        log.inPlaceOf(eventId).happened(stream, anew);
        log.inPlaceOf(null);
        loop.catchUp();
    }

    private static HeadwayEvent withdrawn(String eventId, String fact) {
        return new FactWithdrawn(eventId, fact, "Mistyped", at("2026-02-01"));
    }

    private static HeadwayEvent measured(String value, String on) {
        return new MeasurementTaken(new BigDecimal(value), "The dashboard", at(on));
    }

    private static void assertReplaced(JsonNode entry, @Nullable String from, @Nullable String to) {
        assertThat(entry.path("from").asString(null)).as("from of %s", entry).isEqualTo(from);
        assertThat(entry.path("to").asString(null)).as("to of %s", entry).isEqualTo(to);
    }

    private JsonNode last(String stream) {
        return last(entries(""), stream);
    }

    private static JsonNode last(List<JsonNode> entries, String stream) {
        return entries.stream()
                .filter(each -> each.get("stream").asString().equals(stream))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private JsonNode entry(String partnership, int index) {
        return history(partnership).get(index);
    }

    private List<JsonNode> history(String partnership) {
        return items("/api/v1/partnerships/" + partnership + "/history");
    }

    /** What they are about is said in the audit only. */
    private List<JsonNode> entries(String query) {
        var entries = items("/api/v1/audit/entries" + query);
        entries.forEach(entry -> ((ObjectNode) entry).remove("about"));
        return entries;
    }

    private List<JsonNode> inPagesOfOne(String partnership) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page =
                    asking.get(
                                    "/api/v1/partnerships/%s/history?limit=1%s"
                                            .formatted(partnership, cursor))
                            .expect(200)
                            .body();
            all.addAll(page.get("items").valueStream().toList());
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private List<JsonNode> items(String path) {
        return asking.get(path).expect(200).body().get("items").valueStream().toList();
    }
}
