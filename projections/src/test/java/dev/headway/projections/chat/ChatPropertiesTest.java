package dev.headway.projections.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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
        assertThat(new Channels(properties).names()).containsExactly("slack-1", "machines");
        assertThat(properties.toString()).doesNotContain("secret");
        assertThat(new Channels(properties).all().toString()).doesNotContain("secret");
    }

    @Test
    void out_of_the_box_there_is_no_channel_and_only_secure_targets() {
        var properties = bound(Map.of());

        assertThat(properties.channels()).isEmpty();
        assertThat(properties.allowInsecureTargets()).isFalse();
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
