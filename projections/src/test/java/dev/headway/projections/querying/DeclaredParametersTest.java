package dev.headway.projections.querying;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class DeclaredParametersTest {

    @RestController
    static final class Questions {

        @GetMapping("/api/v1/nothing")
        String nothing() {
            return "nothing";
        }

        @GetMapping("/api/v1/one")
        String one(@RequestParam(required = false) @Nullable String to) {
            return "one";
        }

        @PostMapping("/api/v1/command")
        String command(@RequestParam(name = "dryRun", required = false) @Nullable String dry) {
            return "command";
        }

        @GetMapping("/api/v1/all")
        String all(@RequestParam MultiValueMap<String, String> parameters) {
            return "all";
        }

        @GetMapping("/pages/any")
        String page() {
            return "page";
        }
    }

    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new Questions())
                    .setControllerAdvice(new Problems())
                    .addInterceptors(new DeclaredParameters())
                    .build();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing?asOf=2026-01-01, ?asOf",
        "/api/v1/nothing?asOf,            ?asOf",
        "/api/v1/one?to=PILOT&too=LAUNCH, ?too",
        "/api/v1/one?to=PILOT&to=LAUNCH,  ?to",
        "/api/v1/one?to=,                 ?to",
        "/api/v1/one?t%6F=,               ?to",
        "/api/v1/one?TO=PILOT,            ?TO",
    })
    void whatever_is_not_declared_is_refused_and_named(String asked, String pointer)
            throws Exception {
        var response = web.perform(MockMvcRequestBuilders.get(URI.create(asked))).andReturn();

        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getContentAsString())
                .contains("\"pointer\":\"" + pointer + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/nothing?",
                "/api/v1/nothing?&",
                "/api/v1/one?to=PILOT",
                "/api/v1/all?any=thing",
                "/pages/any?utm_source=chat"
            })
    void what_is_declared_is_answered_and_so_are_those_who_read_all_themselves(String asked)
            throws Exception {
        var response = web.perform(MockMvcRequestBuilders.get(URI.create(asked))).andReturn();

        assertThat(response.getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void a_command_is_held_to_its_parameters_as_well() throws Exception {
        var refused =
                web.perform(MockMvcRequestBuilders.post(URI.create("/api/v1/command?dryrun=true")))
                        .andReturn();

        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        assertThat(refused.getResponse().getContentAsString()).contains("?dryrun", "dryRun");
    }
}
