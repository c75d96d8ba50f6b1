package dev.headway.projections.chat;

import dev.headway.projections.chat.outbox.Outbox;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.testing.DrivenClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts and partnerships as chat hears of them, without anybody who watches. */
public final class AlertSourceForTests implements AlertSource, PartnershipSource {

    private final Map<UUID, AlertDetails> open = new LinkedHashMap<>();
    private final Map<String, PartnershipDetails> partnerships = new LinkedHashMap<>();
    private final WhenAlertRaisedThenTellChat chat;
    private final DrivenClock clock;
    private long raised;

    public AlertSourceForTests(DataSource source, DrivenClock clock) {
        this.chat =
                new WhenAlertRaisedThenTellChat(
                        new Outbox(JdbcClient.create(source)), List.of("team"));
        this.clock = clock;
    }

    /** A partnership with this many open steps. */
    public String partnership(String name, @Nullable String owner, String stage, int steps) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var next =
                IntStream.range(0, steps)
                        .mapToObj(i -> new PartnershipDetails.Step(name + " " + i, "ana", now()))
                        .toList();
        partnerships.put(
                id.toString(),
                new PartnershipDetails(
                        id.toString(), name, stage, "RESELL", owner, null, "Noor Haddad", next));
        return id.toString();
    }

    public UUID raise(String partnership, String rule) {
        return raise(partnership, rule, Occasion.RAISED);
    }

    public UUID raise(String partnership, String rule, Occasion occasion) {
        var id = new UUID(0, ++raised);
        open.put(
                id,
                new AlertDetails(
                        id,
                        partnership,
                        partnerships.get(partnership) instanceof PartnershipDetails known
                                ? known.name()
                                : partnership,
                        rule,
                        "is due",
                        "are due",
                        "",
                        "CRITICAL",
                        "event-1",
                        "PilotStarted",
                        now().minus(Duration.ofDays(60)),
                        now(),
                        now(),
                        false,
                        null,
                        null,
                        null));
        chat.react(List.of(id), occasion, now(), false);
        return id;
    }

    /** The same alert, for another reason. */
    public void tellAgain(UUID alert, Occasion occasion) {
        chat.react(List.of(alert), occasion, now(), false);
    }

    /** It holds no longer, or was answered. */
    public void end(UUID alert) {
        open.remove(alert);
    }

    @Override
    public List<AlertDetails> stillOpen(Collection<UUID> alerts) {
        return open.values().stream().filter(each -> alerts.contains(each.alertId())).toList();
    }

    @Override
    public Optional<String> traceparent(Collection<UUID> alerts) {
        return Optional.empty();
    }

    @Override
    public boolean isMutedAt(Instant now) {
        return false;
    }

    @Override
    public Map<String, PartnershipDetails> of(Collection<String> ids) {
        var known = new LinkedHashMap<>(partnerships);
        known.keySet().retainAll(ids);
        return known;
    }

    @Override
    public List<Optional<String>> owners() {
        return partnerships.values().stream()
                .map(each -> Optional.ofNullable(each.owner()))
                .distinct()
                .toList();
    }

    @Override
    public List<PartnershipDetails> activeOf(Optional<String> owner) {
        return partnerships.values().stream()
                .filter(each -> Optional.ofNullable(each.owner()).equals(owner))
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
