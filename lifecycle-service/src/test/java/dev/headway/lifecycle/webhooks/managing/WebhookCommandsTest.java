package dev.headway.lifecycle.webhooks.managing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.contracts.WebhookEvent;
import dev.headway.contracts.WebhookEvent.WebhookChanged;
import dev.headway.contracts.WebhookEvent.WebhookDeleted;
import dev.headway.contracts.WebhookEvent.WebhookDisabled;
import dev.headway.contracts.WebhookEvent.WebhookPaused;
import dev.headway.contracts.WebhookEvent.WebhookReplayed;
import dev.headway.contracts.WebhookEvent.WebhookResumed;
import dev.headway.contracts.WebhookEvent.WebhookSecretChanged;
import dev.headway.contracts.WebhookEvent.WebhookSubscribed;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.log.EventChoice;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes of each command for a webhook of any kind. */
class WebhookCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final String CRM = "https://crm.example";
    private static final EventChoice LAUNCHES =
            new EventChoice(List.of("PartnershipLaunched"), List.of());

    private final WebhookEvent subscribed =
            new WebhookSubscribed("crm", CRM, "t-1", List.of(), List.of(), 7, NOW);
    private final WebhookEvent paused = new WebhookPaused("crm", NOW);
    private final WebhookEvent disabled = new WebhookDisabled("crm", "It answered 410", NOW);
    private final WebhookEvent deleted = new WebhookDeleted("crm", NOW);

    @Test
    void only_administrators_do_anything_about_webhooks() {
        assertThat(new PauseWebhook("crm").permittedTo()).containsExactly(Role.ADMIN);
        assertThat(new PauseWebhook("crm").aggregateId()).isEqualTo("webhook/crm");
    }

    @Test
    void a_new_one_begins_where_it_is_asked_to() {
        var subscribe = new SubscribeWebhook("crm", CRM, "t-1", EventChoice.ALL, 7);

        assertThat(event(subscribe)).isEqualTo(subscribed);
        assertThat(event(subscribe, subscribed, deleted)).isEqualTo(subscribed);
    }

    @Test
    void the_same_again_is_nothing_new() {
        var same = new SubscribeWebhook("crm", CRM, "t-1", EventChoice.ALL, 99);

        assertNothingNew(same, subscribed);
        assertNothingNew(same, subscribed, paused);
    }

    @Test
    void another_address_or_choice_changes_it_and_it_goes_on_where_it_is() {
        assertThat(event(new SubscribeWebhook("crm", CRM, "t-1", LAUNCHES, 99), subscribed))
                .isEqualTo(new WebhookChanged("crm", CRM, "t-1", LAUNCHES.types(), List.of(), NOW));
        assertThat(event(new SubscribeWebhook("crm", CRM, "t-2", EventChoice.ALL, 0), subscribed))
                .isInstanceOf(WebhookChanged.class);
    }

    @Test
    void one_that_is_active_is_paused() {
        assertThat(event(new PauseWebhook("crm"), subscribed)).isEqualTo(paused);
        assertNothingNew(new PauseWebhook("crm"), subscribed, paused);
        assertThat(decide(new PauseWebhook("crm"), subscribed, disabled))
                .isInstanceOf(WebhookDecision.Illegal.class);
    }

    @Test
    void one_that_is_paused_or_disabled_is_resumed() {
        var resumed = new WebhookResumed("crm", NOW);

        assertThat(event(new ResumeWebhook("crm"), subscribed, paused)).isEqualTo(resumed);
        assertThat(event(new ResumeWebhook("crm"), subscribed, disabled)).isEqualTo(resumed);
        assertNothingNew(new ResumeWebhook("crm"), subscribed);
    }

    @Test
    void it_is_sent_everything_again_each_time_that_it_is_asked() {
        var replayed = new WebhookReplayed("crm", 3, NOW);

        assertThat(event(new ReplayWebhook("crm", 3), subscribed)).isEqualTo(replayed);
        assertThat(event(new ReplayWebhook("crm", 3), subscribed, replayed)).isEqualTo(replayed);
    }

    @Test
    void it_gets_another_secret() {
        assertThat(event(new ChangeWebhookSecret("crm", "t-2"), subscribed))
                .isEqualTo(new WebhookSecretChanged("crm", "t-2", NOW));
    }

    @Test
    void one_that_takes_nothing_is_given_up_unless_somebody_changed_it() {
        var asItWas = new DisableWebhook("crm", "It answered 410", 1);

        assertThat(event(asItWas, subscribed)).isEqualTo(disabled);
        assertNothingNew(asItWas, subscribed, new WebhookReplayed("crm", 0, NOW));
        assertNothingNew(asItWas, subscribed, paused);
        assertNothingNew(asItWas);
    }

    @Test
    void it_is_deleted_once() {
        assertThat(event(new DeleteWebhook("crm"), subscribed)).isEqualTo(deleted);
        assertNothingNew(new DeleteWebhook("crm"), subscribed, deleted);
        assertNothingNew(new DeleteWebhook("crm"));
    }

    @Test
    void what_is_not_there_is_missing() {
        for (var command :
                List.of(
                        new PauseWebhook("crm"),
                        new ResumeWebhook("crm"),
                        new ReplayWebhook("crm", 0),
                        new ChangeWebhookSecret("crm", "t-2"))) {
            assertThat(decide(command)).isEqualTo(new WebhookDecision.Missing());
            assertThat(decide(command, subscribed, deleted))
                    .isEqualTo(new WebhookDecision.Missing());
        }
    }

    private static WebhookEvent event(WebhookCommand command, WebhookEvent... before) {
        return ((WebhookDecision.Happened) decide(command, before)).event();
    }

    private static void assertNothingNew(WebhookCommand command, WebhookEvent... before) {
        assertThat(decide(command, before)).isEqualTo(new WebhookDecision.NothingNew());
    }

    private static WebhookDecision decide(WebhookCommand command, WebhookEvent... before) {
        var state =
                Stream.of(before)
                        .reduce(WebhookState.NONE, WebhookState::evolve, (_, later) -> later);
        return command.decide(state, NOW);
    }
}
