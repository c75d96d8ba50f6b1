package dev.headway.projections.chat.channels;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.PartnershipDetails;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which alerts a channel is told of: those that each of these lists has, and an empty list has
 * everything.
 *
 * @param owners names in our RELATIONSHIP seat
 */
public record Route(
        @DefaultValue Set<String> rules,
        @DefaultValue Set<Severity> severities,
        @DefaultValue Set<Stage> stages,
        @DefaultValue Set<Pattern> patterns,
        @DefaultValue Set<String> owners,
        @DefaultValue Set<Occasion> occasions) {

    private static final List<String> RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).toList();

    public static final Route EVERYTHING =
            new Route(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** As the rules give them. */
    enum Severity {
        WARNING,
        CRITICAL
    }

    public Route {
        if (!RULES.containsAll(rules)) {
            throw new IllegalArgumentException(
                    "A route takes these rules: " + String.join(", ", RULES));
        }
        owners = owners.stream().map(Route::folded).collect(Collectors.toUnmodifiableSet());
    }

    boolean accepts(Notification notification) {
        return hasOrIsEmpty(rules, notification.alert().rule())
                && hasOrIsEmpty(names(severities), notification.alert().severity())
                && hasOrIsEmpty(occasions, notification.occasion())
                && accepts(notification.about());
    }

    /** Whether it depends on the partnership, and not on the alert alone. */
    public boolean asksOfPartnerships() {
        return !stages.isEmpty() || !patterns.isEmpty() || !owners.isEmpty();
    }

    /** Of a partnership that is not known yet, rather too much is told than nothing. */
    public boolean accepts(@Nullable PartnershipDetails about) {
        return about == null
                || hasOrIsEmpty(names(stages), about.stage())
                        && hasOrIsEmpty(names(patterns), about.pattern())
                        && hasOrIsEmpty(
                                owners,
                                about.ownerInWords() == null ? null : folded(about.ownerInWords()));
    }

    private static boolean hasOrIsEmpty(Set<?> accepted, @Nullable Object value) {
        return accepted.isEmpty() || value != null && accepted.contains(value);
    }

    private static Set<String> names(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static String folded(String owner) {
        return owner.strip().toLowerCase(Locale.ROOT);
    }
}
