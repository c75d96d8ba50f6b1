package dev.headway.projections.querying;

import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.deadletters.ParkedNow;
import dev.headway.projections.processing.Positions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks questions over HTTP, without a server. */
public final class QuestionClient {

    private final MockMvc web;
    private final String caller;

    public QuestionClient(DataSource database, Object... questions) {
        web =
                MockMvcBuilders.standaloneSetup(questions)
                        .setControllerAdvice(new Problems())
                        .addInterceptors(
                                new ReadYourWrites(
                                        new Positions(JdbcClient.create(database)),
                                        new ParkedNow(
                                                new DeadLetterQueries(
                                                        JdbcClient.create(database)))))
                        .build();
        caller = "somebody";
    }

    private QuestionClient(MockMvc web, String caller) {
        this.web = web;
        this.caller = caller;
    }

    /** The same questions, asked by somebody else. */
    public QuestionClient as(String other) {
        return new QuestionClient(web, other);
    }

    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    /** What came back. */
    public record Answer(int status, JsonNode body, MockHttpServletResponse response) {

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }

    /** GETs {@code path}, whose query is taken as it is written. */
    public Answer get(String path, String... headers) {
        try {
            var request = MockMvcRequestBuilders.get(URI.create(path)).principal(() -> caller);
            for (var i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            var response = web.perform(request).andReturn().getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(),
                    JsonMapper.shared().readTree(text.isEmpty() ? "null" : text),
                    response);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
