package dev.headway.projections.chat;

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
final class OpenAlertsForTests implements AlertsToTell, PartnershipsToTell {

    private final Map<UUID, AlertToTell> open = new LinkedHashMap<>();
    private final Map<String, PartnershipToTell> partnerships = new LinkedHashMap<>();
    private final WhenAlertRaisedThenTellChat chat;
    private final DrivenClock clock;

    OpenAlertsForTests(DataSource source, DrivenClock clock) {
        this.chat = new WhenAlertRaisedThenTellChat(JdbcClient.create(source), List.of("team"));
        this.clock = clock;
    }

    /** A partnership with this many open steps. */
    String partnership(String name, @Nullable String owner, String stage, int steps) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var next =
                IntStream.range(0, steps)
                        .mapToObj(i -> new PartnershipToTell.Step(name + " " + i, "ana", now()))
                        .toList();
        partnerships.put(
                id.toString(),
                new PartnershipToTell(
                        id.toString(), name, stage, "RESELL", owner, "Noor Haddad", next));
        return id.toString();
    }

    UUID raise(String partnership, String rule) {
        return raise(partnership, rule, Occasion.RAISED);
    }

    UUID raise(String partnership, String rule, Occasion occasion) {
        var id = new UUID(0, open.size() + 1L);
        open.put(
                id,
                new AlertToTell(
                        id,
                        partnership,
                        partnerships.get(partnership) instanceof PartnershipToTell known
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
                        null,
                        null));
        chat.react(List.of(id), occasion, now());
        return id;
    }

    /** The same alert, for another reason. */
    void tellAgain(UUID alert, Occasion occasion) {
        chat.react(List.of(alert), occasion, now());
    }

    @Override
    public List<AlertToTell> stillOpen(Collection<UUID> alerts) {
        return open.values().stream().filter(each -> alerts.contains(each.alertId())).toList();
    }

    @Override
    public boolean isQuietAt(Instant now) {
        return false;
    }

    @Override
    public Map<String, PartnershipToTell> of(Collection<String> ids) {
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
    public List<PartnershipToTell> activeOf(Optional<String> owner) {
        return partnerships.values().stream()
                .filter(each -> Optional.ofNullable(each.owner()).equals(owner))
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
