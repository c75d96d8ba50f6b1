package dev.headway.projections.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {

    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(new Calls())
                    .setControllerAdvice(new ProblemAdvice())
                    .build();

    @ParameterizedTest
    @CsvSource({"/hung-up, 200, ''", "/hung-up-on-a-file, 200, ''", "/broken, 500, bug"})
    void who_has_hung_up_is_no_bug(String call, int status, String said, CapturedOutput printed)
            throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.get(call)).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains(said);
        assertThat(answer.getContentAsByteArray().length == 0).isEqualTo(said.isEmpty());
        assertThat(printed.getAll().contains("A call ended in a bug")).isNotEqualTo(said.isEmpty());
    }

    @RestController
    static class Calls {

        @GetMapping("/hung-up")
        String hungUp() throws IOException {
            throw new ClientAbortException("Broken pipe");
        }

        @GetMapping("/hung-up-on-a-file")
        String hungUpOnAFile() {
            throw new UncheckedIOException(new ClientAbortException("Broken pipe"));
        }

        @GetMapping("/broken")
        String broken() throws IOException {
            throw new IOException("Disk full");
        }
    }
}
