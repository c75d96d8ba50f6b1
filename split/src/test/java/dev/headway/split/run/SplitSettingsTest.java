package dev.headway.split.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitSettingsTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("HEADWAY_HOME", "/data", "SERVER_PORT", "9000");

    @Test
    void the_script_says_what_a_node_is() {
        var settings =
                SplitSettings.of(
                        ENVIRONMENT,
                        List.of("broker/*", "--", "java", "-jar", "l", "--", "java", "p"));
        assertThat(settings.home()).isEqualTo(Path.of("/data"));
        assertThat(settings.brokerClassPath()).isEqualTo("broker/*");
        assertThat(settings.lifecycle()).containsExactly("java", "-jar", "l");
        assertThat(settings.projection()).containsExactly("java", "p");
        assertThat(settings.ports()).containsExactly(9000, 9001, 9002, 9003, 9004);
    }

    @Test
    void half_of_it_is_not_enough() {
        for (var arguments :
                List.of(
                        List.<String>of(),
                        List.of("broker/*", "--", "java"),
                        List.of("--", "java", "--", "java"),
                        List.of("broker/*", "--", "--", "java"),
                        List.of("broker/*", "--", "java", "--"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SplitSettings.of(ENVIRONMENT, arguments));
        }
    }
}
