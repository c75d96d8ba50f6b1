package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    @Test
    void an_entry_is_twelve_lines() {
        assertThat(new String(entry("p1").bytes(), UTF_8))
                .isEqualTo(
                        """
                        headway-event/v1
                        17
                        Partnership
                        p1
                        3
                        e-1
                        StepPlanned
                        1
                        2026-11-28T14:00:00.000000Z
                        2026-11-27T00:00:00.000000Z
                        RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=
                        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                        """);
    }

    @Test
    void a_field_holds_no_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("p1\n4").bytes())
                .withMessageContaining("position 17");
    }

    private static LogEntry entry(String stream) {
        return new LogEntry(
                17,
                "Partnership",
                stream,
                3,
                "e-1",
                "StepPlanned",
                "1",
                LogEntry.spelled(Instant.parse("2026-11-28T14:00:00Z")),
                LogEntry.spelled(Instant.parse("2026-11-27T00:00:00Z")),
                LogEntry.digest("{}".getBytes(UTF_8)),
                LogEntry.digest(new byte[0]));
    }
}
