package dev.headway.projections.chat.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.policy.DefaultThresholds;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ChatPropertiesTest {

    @Test
    void channels_come_from_the_environment() {
        var properties =
                bound(
                        Map.of(
                                "HEADWAY_CHAT_CHANNELS_0_KIND", "slack",
                                "HEADWAY_CHAT_CHANNELS_0_URL", "https://hooks.example/secret",
                                "HEADWAY_CHAT_CHANNELS_1_KIND", "webhook",
                                "HEADWAY_CHAT_CHANNELS_1_URL", "https://other.example/secret",
                                "HEADWAY_CHAT_CHANNELS_1_NAME", "machines",
                                "HEADWAY_CHAT_ALLOWINSECURETARGETS", "true"));

        assertThat(properties.allowInsecureTargets()).isTrue();
        assertThat(new ChatChannels(properties).names()).containsExactly("slack-1", "machines");
        assertThat(properties.toString()).doesNotContain("secret");
        assertThat(new ChatChannels(properties).all().toString()).doesNotContain("secret");
    }

    @Test
    void out_of_the_box_there_is_no_channel_and_only_secure_targets() {
        var properties = bound(Map.of());

        assertThat(properties.channels()).isEmpty();
        assertThat(properties.allowInsecureTargets()).isFalse();
    }

    @Test
    void everything_about_a_channel_comes_from_the_environment() {
        var channel =
                new ChatChannels(
                                bound(
                                        Map.ofEntries(
                                                entry("KIND", "google-chat"),
                                                entry("URL", "https://chat.example/secret"),
                                                entry("ROUTE_RULES", "ghost-town,fading"),
                                                entry("ROUTE_STAGES", "LAUNCH,SCALED"),
                                                entry("ROUTE_SEVERITIES", "critical"),
                                                entry("ROUTE_OWNERS", "Ada Okafor"),
                                                entry("ONCEPERPARTNERSHIPANDDAY", "true"),
                                                entry("BUSINESSHOURSONLY", "true"),
                                                entry("PERSECOND", "0.5"),
                                                entry("WEEKLY_DAY", "MONDAY"),
                                                entry("WEEKLY_ZONE", "Europe/Zurich"))))
                        .all()
                        .getFirst();

        assertThat(channel.name()).isEqualTo("google-chat-1");
        assertThat(channel.route().rules()).containsExactlyInAnyOrder("ghost-town", "fading");
        assertThat(channel.route().stages()).hasSize(2);
        assertThat(channel.oncePerPartnershipAndDay()).isTrue();
        assertThat(channel.businessHoursOnly()).isTrue();
        assertThat(channel.pace()).isEqualTo(Duration.ofMillis(2_200));
        assertThat(channel.weekly())
                .isEqualTo(
                        new WeeklySchedule(
                                DayOfWeek.MONDAY, LocalTime.of(8, 0), ZoneId.of("Europe/Zurich")));
    }

    @Test
    void a_mistake_is_noticed_at_the_start_and_a_secret_is_not_quoted() {
        assertThatThrownBy(() -> bound(channelWith("ROUTE_RULES", "ghost-twon")))
                .hasRootCauseMessage(
                        "A route takes these rules: "
                                + String.join(
                                        ", ",
                                        DefaultThresholds.ALL.stream()
                                                .map(each -> each.rule())
                                                .toList()));
        assertThatThrownBy(() -> new ChatChannels(bound(channelWith("SECRETS", "hush-hush"))))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> new ChatChannels(bound(channelWith("NAME", "a/b"))))
                .hasMessageContaining("letters, digits");
        var nowhere = Map.<String, Object>of("HEADWAY_CHAT_ESCALATIONCHANNEL", "nowhere");
        assertThatThrownBy(() -> new ChatChannels(bound(nowhere))).hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/secret,         not https",
        "https://hooks.example:9443/secret,   its port",
        "https://a:b@hooks.example/secret,    user info in the URL",
        "https://2130706433/secret,           an odd spelling of an address",
        "hooks.example/secret,                not a valid URL",
        "https://127.0.0.1/secret,            its address is in a blocked range",
        "https://10.0.0.7/secret,             its address is in a blocked range",
        "https://169.254.169.254/secret,      its address is in a blocked range",
        "https://[::1]/secret,                its address is in a blocked range",
        "https://localhost/secret,            its address is in a blocked range",
        "https://hooks.localhost/secret,      its address is in a blocked range"
    })
    void a_target_that_is_never_spoken_to_is_noticed_at_the_start(String url, String why) {
        var properties = bound(Map.ofEntries(entry("KIND", "slack"), entry("URL", url)));

        assertThatThrownBy(() -> new ChatChannels(properties))
                .hasMessage(
                        "The chat channel slack-1 has a URL that is never spoken to; target not"
                                + " permitted: "
                                + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9/x", "https://127.0.0.1/x", "http://[::1]:8/x"})
    void insecure_targets_are_a_matter_of_configuration(String url) {
        var properties =
                bound(
                        Map.ofEntries(
                                entry("KIND", "slack"),
                                entry("URL", url),
                                Map.entry("HEADWAY_CHAT_ALLOWINSECURETARGETS", "true")));

        assertThat(new ChatChannels(properties).names()).containsExactly("slack-1");
    }

    private static Map<String, Object> channelWith(String name, String value) {
        return Map.ofEntries(
                entry("KIND", "webhook"), entry("URL", "https://a.example/x"), entry(name, value));
    }

    private static Map.Entry<String, Object> entry(String name, String value) {
        return Map.entry("HEADWAY_CHAT_CHANNELS_0_" + name, value);
    }

    private static ChatProperties bound(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove("systemEnvironment");
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("headway.chat", ChatProperties.class);
    }
}
