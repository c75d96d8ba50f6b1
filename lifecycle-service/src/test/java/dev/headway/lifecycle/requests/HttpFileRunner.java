package dev.headway.lifecycle.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends the requests of an {@link HttpFile} to a running service and holds each answer to what the
 * file says of it. Its tokens and its address take the place of those that people paste.
 */
public final class HttpFileRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PLACE = Pattern.compile("\\{\\{(.+?)}}");
    private static final Pattern DAY = Pattern.compile("\\$datetime \"YYYY-MM-DD\" (-?\\d+) d");
    private static final Pattern ANSWERED =
            Pattern.compile("(\\w+)\\.response\\.(headers\\.([\\w-]+)|body\\.(\\*|\\$\\.(.+)))");

    private final RunningHeadway headway;
    private final Clock clock;
    private final Map<String, String> pasted = new HashMap<>();
    private final Map<String, Answered> answers = new HashMap<>();

    public HttpFileRunner(RunningHeadway headway, Clock clock) {
        this.headway = headway;
        this.clock = clock;
        paste("api", "/api/v1");
        for (var role : Role.OURS) {
            paste(role.name().toLowerCase(Locale.ROOT), headway.token(role));
        }
    }

    /** Fills in what a person would. */
    public void paste(String name, String value) {
        pasted.put(name, value);
    }

    /** What a variable of the file, or of an answer to it, has come to. */
    public String value(HttpFile file, String name) {
        return filled("{{" + name + "}}", file);
    }

    /**
     * Sends one request. A question is asked again until it is answered as the file says, since
     * what it asks about may still be on its way.
     */
    public Answered run(HttpFile file, HttpFile.Request request) {
        if (request.method().equals("GET")) {
            await(request.title())
                    .atMost(PATIENCE)
                    .until(() -> isAsSaid(request, send(file, request)));
        }
        var answer = send(file, request);
        assertThat(isAsSaid(request, answer))
                .as(
                        "%s -> %s %s, not %s %s",
                        request.title(),
                        request.status(),
                        request.word(),
                        answer.status(),
                        answer.text())
                .isTrue();
        if (request.name() != null) {
            answers.put(request.name(), answer);
        }
        return answer;
    }

    private static boolean isAsSaid(HttpFile.Request request, Answered answer) {
        return answer.status() == request.status() && answer.text().contains(request.word());
    }

    private Answered send(HttpFile file, HttpFile.Request request) {
        var headers =
                request.headers().entrySet().stream()
                        .flatMap(
                                header ->
                                        Stream.of(header.getKey(), filled(header.getValue(), file)))
                        .toArray(String[]::new);
        var body = filled(request.body(), file);
        return headway.asNobody()
                .send(
                        request.method(),
                        filled(request.url(), file),
                        null,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                        headers);
    }

    private String filled(String text, HttpFile file) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, file)));
    }

    private String value(MatchResult place, HttpFile file) {
        var name = place.group(1);
        var day = DAY.matcher(name);
        if (day.matches()) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                    .plusDays(Long.parseLong(day.group(1)))
                    .toString();
        }
        if (pasted.containsKey(name)) {
            return Objects.requireNonNull(pasted.get(name));
        }
        var answered = ANSWERED.matcher(name);
        if (answered.matches()) {
            return ofAnswer(answered.toMatchResult());
        }
        return filled(Objects.requireNonNull(file.variables().get(name), name), file);
    }

    private String ofAnswer(MatchResult asked) {
        var answer = Objects.requireNonNull(answers.get(asked.group(1)), asked.group());
        if (asked.group(3) != null) {
            return answer.header(asked.group(3));
        }
        if ("*".equals(asked.group(4))) {
            return answer.text();
        }
        var pointer = "/" + asked.group(5).replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
        return answer.json().at(pointer).asString();
    }
}
