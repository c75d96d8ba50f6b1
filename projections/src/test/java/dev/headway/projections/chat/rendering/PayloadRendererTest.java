package dev.headway.projections.chat.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.projections.chat.rendering.AlertContent.EventReference;
import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.AlertContent.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever people call things, every service gets a message that it takes and that calls nobody.
 */
class PayloadRendererTest {

    private static final int NAMES = 5_000;
    private static final int AT_ONCE = 25;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID ID = UUID.fromString("1b3e5a7c-9d0f-4a2b-8c4d-6e8f0a1b2c3d");

    private static final PayloadRenderer WORDING =
            new PayloadRenderer(new Links("http://headway.example/"), null);

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void five_thousand_hostile_names_make_valid_messages_that_mention_nobody(ChannelKind kind) {
        var names = new HostileNames(20_261_121);
        var told = IntStream.range(0, NAMES).mapToObj(_ -> told(names)).toList();

        told.forEach(each -> isHarmless(kind, WORDING.alert(kind, ID, NOW, each)));
        for (var from = 0; from < NAMES; from += AT_ONCE) {
            var some = told.subList(from, from + AT_ONCE);
            var theirs = some.stream().map(AlertContent::partnership).toList();
            isHarmless(kind, WORDING.digest(kind, ID, NOW, some));
            isHarmless(kind, WORDING.brief(kind, ID, NOW, some));
            isHarmless(kind, WORDING.weekly(kind, ID, NOW, names.next(), theirs));
        }
    }

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void a_message_that_was_not_made_harmless_is_noticed(ChannelKind kind) {
        var bad =
                kind == ChannelKind.WEBHOOK
                        ? List.<String>of()
                        : List.of(
                                "@here",
                                "https://evil.example",
                                "\u202Ex",
                                "<!channel> x",
                                "<users/all>",
                                "<b>x</b>");
        var valid = WORDING.alert(kind, ID, NOW, told("NAME", List.of()));

        assertThat(bad)
                .allSatisfy(
                        name ->
                                assertThat(offences(kind, valid.replace("NAME", name)))
                                        .as(name)
                                        .isNotEmpty());
        assertThat(offences(kind, "{\"unknown\": \"field\"}")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void every_partnership_of_a_digest_comes_with_its_link_and_next_step(ChannelKind kind) {
        var told =
                IntStream.range(0, 8)
                        .mapToObj(i -> told("Partner " + i, List.of(step("Train team " + i))))
                        .toList();

        for (var payload :
                List.of(
                        WORDING.digest(kind, ID, NOW, told),
                        WORDING.brief(kind, ID, NOW, told),
                        WORDING.weekly(
                                kind,
                                ID,
                                NOW,
                                "Ada",
                                told.stream().map(AlertContent::partnership).toList()))) {
            assertThat(offences(kind, payload)).isEmpty();
            assertThat(payload).contains("http://headway.example/partnerships/");
            assertThat(told)
                    .allSatisfy(
                            each ->
                                    assertThat(payload)
                                            .contains(
                                                    each.partnership().id(),
                                                    each.partnership().name(),
                                                    each.partnership().next().getFirst().title()));
        }
    }

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void an_alert_leads_to_its_partnership_and_to_the_page_that_acknowledges_it(ChannelKind kind) {
        var told = told("Acme", List.of());

        assertThat(WORDING.alert(kind, ID, NOW, told))
                .contains("http://headway.example/partnerships/" + told.partnership().id())
                .contains("http://headway.example/alerts/" + told.alertId() + "/take");
    }

    @Test
    void an_operator_may_put_a_template_of_their_own_into_a_folder(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("mattermost.mustache"),
                """
                {"text": "Have a look: {{summary}}"}
                """);
        var theirs = new PayloadRenderer(new Links("http://headway.example"), folder);

        assertThat(theirs.alert(ChannelKind.MATTERMOST, ID, NOW, told("Acme", List.of())))
                .isEqualTo("{\"text\":\"Have a look: Escalated to Acme: Acme is a ghost town\"}");
        assertThat(theirs.alert(ChannelKind.SLACK, ID, NOW, told("Acme", List.of())))
                .isEqualTo(WORDING.alert(ChannelKind.SLACK, ID, NOW, told("Acme", List.of())));
    }

    @Test
    void a_template_that_is_broken_or_puts_text_in_unescaped_is_refused_at_start(
            @TempDir Path folder) throws IOException {
        var file = folder.resolve("slack.mustache");
        for (var broken :
                List.of(
                        "{\"text\": \"{{summary}}\"",
                        "{\"text\": \"{{{summary}}}\"}",
                        "{\"text\": \"{{& summary}}\"}",
                        "{\"text\": \"{{nothingOfTheKind}}\"}",
                        "{\"text\": {{#alert}}\"{{name}}\"{{/alert}}}")) {
            Files.writeString(file, broken);
            assertThatIllegalArgumentException()
                    .as(broken)
                    .isThrownBy(
                            () -> new PayloadRenderer(new Links("http://headway.example"), folder));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SLACK; U012AB3CD; <@U012AB3CD> Escalated",
                "TEAMS; mia@larkspur.example; <at>owner</at>",
                "GOOGLE_CHAT; 1234567890; <users/1234567890>",
                "MATTERMOST; mia.holm; @mia.holm Escalated"
            })
    void an_alert_mentions_its_owner_in_the_services_own_way(
            ChannelKind kind, String handle, String mention) {
        var told = told("Acme", List.of());

        var payload = WORDING.alert(kind, ID, NOW, told.mentioning(handle));

        assertThat(payload).contains(mention).contains(handle);
        assertThat(new RenderedPayload(kind, payload).violations()).isEmpty();
        assertThat(WORDING.alert(kind, ID, NOW, told)).doesNotContain(handle, "mention");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SLACK; !channel",
                "SLACK; U012AB3CD> <!here",
                "SLACK; u012ab3cd",
                "TEAMS; all",
                "TEAMS; a b@c.example",
                "GOOGLE_CHAT; all",
                "GOOGLE_CHAT; users/1",
                "MATTERMOST; all",
                "MATTERMOST; here",
                "MATTERMOST; channel",
                "MATTERMOST; mia @all",
                "WEBHOOK; mia"
            })
    void what_might_mention_others_is_no_handle(ChannelKind kind, String handle) {
        var told = told("Acme", List.of());

        assertThat(kind.isHandle(handle)).isFalse();
        assertThat(WORDING.alert(kind, ID, NOW, told.mentioning(handle)))
                .isEqualTo(WORDING.alert(kind, ID, NOW, told));
    }

    private static void isHarmless(ChannelKind kind, String payload) {
        assertThat(offences(kind, payload)).as(payload).isEmpty();
    }

    /** What is wrong with a payload: the schema, mentions, links, markup, the invisible. */
    private static List<String> offences(ChannelKind kind, String json) {
        var payload = new RenderedPayload(kind, json);
        var offences = new ArrayList<>(payload.violations());
        if (kind == ChannelKind.WEBHOOK) {
            return offences; // read by machines, which get every name as it was recorded
        }
        for (var text : payload.shown()) {
            forbidden(kind).matcher(text).results().forEach(hit -> offences.add(hit.group()));
        }
        for (var text : payload.plain()) {
            forbidden(ChannelKind.TEAMS)
                    .matcher(text)
                    .results()
                    .forEach(hit -> offences.add(hit.group()));
        }
        return offences;
    }

    private static Pattern forbidden(ChannelKind kind) {
        var everywhere =
                "[@＠][^\\u200B]|[@＠]$|\\w:/|(?i)www\\.|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]"
                        + "|[\\x00-\\x09\\x0B-\\x1F]|\\p{Cs}";
        return Pattern.compile(
                everywhere
                        + switch (kind) {
                            case SLACK -> "|<|>|&(?!amp;|lt;|gt;)";
                            case GOOGLE_CHAT -> "|<|>|\"|&(?!amp;|lt;|gt;|quot;|#39;)";
                            case MATTERMOST ->
                                    "|(?<!\\\\)(?:\\\\\\\\)*[\\[\\]`<>_|~#!]|[~#](?=\\w)|:\\w+:";
                            case TEAMS -> "|<(?=[/a-zA-Z!])";
                            case WEBHOOK -> "";
                        });
    }

    private static AlertContent told(HostileNames names) {
        return told(names.next(), List.of(step(names.next()), step(names.next())));
    }

    private static AlertContent told(String name, List<Step> next) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new AlertContent(
                id.toString(),
                new Partnership(id.toString(), name, "LAUNCH", next),
                "ghost-town",
                new PluralPhrase("is a ghost town", "are ghost towns"),
                name,
                "CRITICAL",
                "ESCALATED",
                "Escalated to " + name,
                new EventReference("PilotStarted", "1", NOW),
                NOW,
                NOW,
                61,
                null,
                null);
    }

    private static Step step(String title) {
        return new Step(title, title, NOW);
    }
}
