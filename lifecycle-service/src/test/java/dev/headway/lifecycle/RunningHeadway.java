package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole service for a test: on a port of its own, over an empty database of its own, with the
 * embedded issuer. Start one per test class, before its tests, and close it after them; a class
 * that is tried a second time gets another one:
 *
 * <pre>{@code
 * static RunningHeadway headway;
 *
 * @BeforeAll
 * static void start() {
 *     headway = RunningHeadway.start();
 * }
 *
 * var answer = headway.as(Role.MANAGER).post("/api/v1/partnerships", json, "Idempotency-Key", "7");
 * answer.status();
 * answer.json().at("/id").asString();
 * }</pre>
 */
public final class RunningHeadway implements AutoCloseable {

    private static final String SIGNING_KEY_FILE = "identity/signing-key.json";
    private static final AtomicReference<@Nullable String> SIGNING_KEY = new AtomicReference<>();

    private final ConfigurableApplicationContext context;
    private final Path home;
    private final boolean ownsHome;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    private RunningHeadway(@Nullable Clock clock, String... properties) {
        this(newHome(), true, new TestDatabase(), clock, properties);
    }

    private RunningHeadway(
            Path home,
            boolean ownsHome,
            ApplicationContextInitializer<ConfigurableApplicationContext> database,
            @Nullable Clock clock,
            String... properties) {
        this.home = home;
        this.ownsHome = ownsHome;
        var settings = new ArrayList<String>();
        settings.add("server.port=0");
        settings.add("headway.home=" + home);
        settings.addAll(List.of(properties));
        this.context =
                new SpringApplicationBuilder(HeadwayApplication.class)
                        .initializers(database, driven(clock), new KnownClasses())
                        .run(settings.stream().map(each -> "--" + each).toArray(String[]::new));
        keepSigningKey();
    }

    /**
     * @param properties as {@code headway.chat.channels[0].kind=slack}
     */
    public static RunningHeadway start(String... properties) {
        return new RunningHeadway(null, properties);
    }

    /** As {@link #start}, with the test's clock in the place of the system's. */
    public static RunningHeadway startAt(Clock clock, String... properties) {
        return new RunningHeadway(clock, properties);
    }

    /** Another node of this one: over the same database, with the same secrets. */
    public RunningHeadway anotherNode(String... properties) {
        return new RunningHeadway(
                home,
                false,
                other -> other.getEnvironment().getPropertySources().addFirst(database()),
                null,
                properties);
    }

    private PropertySource<?> database() {
        return Objects.requireNonNull(
                context.getEnvironment().getPropertySources().get("test database"));
    }

    /** Its database, for somebody who may do anything to it, which the service may not. */
    public JdbcClient superuser() {
        return JdbcClient.create(TestDatabase.superuser(bean(DataSource.class)));
    }

    /** Someone with this role and a token of the embedded issuer. */
    public synchronized Caller as(Role role) {
        return callers.computeIfAbsent(role, each -> caller(token(each)));
    }

    /** A token of the embedded issuer, for who writes requests by hand. */
    public String token(Role role) {
        return Tokens.of(http, uri(), home, role);
    }

    /** Someone with a token that an issuer elsewhere gave. */
    public Caller with(String token) {
        return caller(token);
    }

    /** Someone without a token. */
    public Caller asNobody() {
        return caller(null);
    }

    private Caller caller(@Nullable String token) {
        return new Caller(http, uri(), token).withContract(OpenApiContract.ofHeadway());
    }

    /** Waits until every projection has read what was recorded. */
    public void awaitProjections() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> {
                            var read = as(Role.VIEWER).get("/api/v1/projections").json();
                            assertThat(read.at("/items").valueStream())
                                    .isNotEmpty()
                                    .allMatch(
                                            each ->
                                                    each.at("/position").asLong()
                                                            >= read.at("/head").asLong());
                        });
    }

    public URI uri() {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    @Override
    public void close() {
        http.close();
        context.close();
        if (ownsHome) {
            delete(home);
        }
    }

    private static ApplicationContextInitializer<GenericApplicationContext> driven(
            @Nullable Clock clock) {
        return context -> {
            if (clock != null) {
                context.registerBean(
                        "drivenClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            }
        };
    }

    /** With a signing key that another start of this JVM made, since a new one takes a second. */
    private static Path newHome() {
        try {
            var home = Files.createTempDirectory("headway-test");
            var key = SIGNING_KEY.get();
            if (key != null) {
                var file = home.resolve(SIGNING_KEY_FILE);
                Files.createDirectories(file.getParent());
                Files.writeString(file, key);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepSigningKey() {
        try {
            var file = home.resolve(SIGNING_KEY_FILE);
            if (Files.exists(file)) { // not where the issuer is another one
                SIGNING_KEY.set(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
