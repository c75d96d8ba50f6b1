package dev.headway.lifecycle.console;

import static dev.headway.lifecycle.console.ReaderOverHttp.header;
import static dev.headway.lifecycle.console.ReaderOverHttp.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What others try with the browser of somebody who is signed in. */
class AttackedConsoleTest {

    private static final String START = "/oauth2/authorization/console?to=/board";
    private static final int TEN_KILOBYTES = 10_240;

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final String ADA = SharedConsole.people().invite("Ada Okafor", Role.MANAGER);
    private static final Browser ada = ReaderOverHttp.signedIn(headway, ADA);

    /** Where every form of the console is sent. */
    static Stream<String> forms() {
        var mapped =
                headway.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods();
        return mapped.entrySet().stream()
                .filter(
                        each ->
                                each.getValue()
                                        .getBeanType()
                                        .getPackageName()
                                        .startsWith("dev.headway.projections.console"))
                .map(Map.Entry::getKey)
                .filter(
                        each ->
                                each.getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST))
                .flatMap(each -> each.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1"))
                .map(path -> path.replaceAll("\\{\\w+}", "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_form_is_sent_by_another_page(String form) {
        var answer = ada.post(form, Map.of("name", "x", "reason", "x"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_is_signed_out_by_another_page() {
        assertThat(ada.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ada.open("/board").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_that_somebody_else_began_is_not_signed_in()
            throws IOException, InterruptedException {
        var victim = new Browser(headway.uri());
        var planted = header(victim.open(START), "Set-Cookie").replaceAll(";.*", "");
        ReaderOverHttp.signIn(victim, START, ADA);
        assertThat(victim.open("/board").statusCode()).isEqualTo(200);

        var attack =
                HttpRequest.newBuilder(headway.uri().resolve("/board"))
                        .header("Cookie", planted)
                        .build();
        try (var attacker = HttpClient.newHttpClient()) {
            var answer = attacker.send(attack, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(location(answer).getPath()).isEqualTo("/oauth2/authorization/console");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/board",
                "//evil.example/board",
                "/\\evil.example",
                "javascript:alert(1)",
                "/board/../../docs"
            })
    void a_form_ends_at_a_page_of_the_console_and_nowhere_else(String back) {
        var id =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Led astray")
                        .id();
        var ended =
                ada.submit(
                        "/partnerships/" + id + "/record/pattern",
                        Map.of("pattern", "RESELL", "back", back));

        assertThat(location(ended).getPath()).isEqualTo("/partnerships/" + id);
        assertThat(location(ended).getHost()).isIn("localhost", null);
        assertThat(ada.open("/partnerships/" + id + "/move?back=" + Encoded.of(back)).body())
                .doesNotContain("evil.example", "javascript:", "/docs");
    }

    @Test
    void ten_kilobytes_of_markup_are_refused_as_a_name_and_come_back_as_text() {
        var name = "<img src=x onerror=alert(1)>\u202e".repeat(TEN_KILOBYTES / 29);
        var answer =
                ada.submit(
                        "/partnerships/new",
                        Map.of("name", name, "partner.name", "R", "partner.type", "TELCO"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img");
    }
}
