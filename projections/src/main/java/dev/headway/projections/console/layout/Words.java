package dev.headway.projections.console.layout;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import dev.headway.contracts.verdicts.PilotVerdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The domain's words as pages spell them. */
public final class Words {

    private static final Map<String, String> OWN =
            Map.ofEntries(
                    Map.entry("CO_DELIVERY", "Co-delivery"),
                    Map.entry("UX_CONSISTENCY", "Consistent UX"),
                    Map.entry("SUPPORT_HANDOFF", "Support handoff"),
                    Map.entry("PARTNER", "theirs"),
                    Map.entry("OURS", "ours"),
                    Map.entry("API", "API"),
                    Map.entry("NOT_APPLICABLE", "not applicable"),
                    Map.entry("PASS", "passes"),
                    Map.entry("FAIL", "fails"));

    private static final Map<String, String> PARAMETERS =
            Map.of("asOf", "The time to look back to", "q", "What is searched for");

    /** The states of an account. */
    private static final List<String> ACCOUNTS = List.of("ACTIVE", "INVITED", "DISABLED");

    private static final Set<String> IN_SENTENCES =
            Stream.concat(
                            ACCOUNTS.stream(),
                            Stream.<Enum<?>[]>of(
                                            Stage.values(),
                                            Seat.values(),
                                            Seam.values(),
                                            IncentiveActor.values(),
                                            ReceivingTeam.values(),
                                            PilotVerdict.values(),
                                            Mechanism.values(),
                                            dev.headway.contracts.Pattern.values())
                                    .flatMap(Arrays::stream)
                                    .map(Enum::name))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Pattern INSTANT = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b(?!T)");

    private static final Pattern EVENT = Pattern.compile("\\(([A-Z][a-z]+(?:[A-Z][a-z]+)+)\\)");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");

    static final Words AS_SPOKEN = new Words();

    private Words() {}

    /** {@code EMBEDDED_PLATFORM} as "Embedded platform", {@code ghost-town} as "Ghost town". */
    public static String say(String word) {
        var own = OWN.get(word);
        if (own != null || word.isEmpty()) {
            return own == null ? "" : own;
        }
        var spaced = word.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** The same in the middle of a sentence. */
    public static String within(String word) {
        var own = OWN.get(word);
        return own == null ? say(word).toLowerCase(Locale.ROOT) : uncapitalized(own);
    }

    /** "co-delivery", but "API". */
    private static String uncapitalized(String own) {
        return Character.isUpperCase(own.charAt(1))
                ? own
                : own.substring(0, 1).toLowerCase(Locale.ROOT) + own.substring(1);
    }

    /**
     * A sentence of the API as it is spoken: constants as "data quality", instants as the day in
     * UTC, events as "(partnership launched)".
     */
    public static String sentence(String text) {
        var dated = INSTANT.matcher(text).replaceAll(found -> day(found.group()));
        var told =
                EVENT.matcher(dated)
                        .replaceAll(
                                found ->
                                        "(" + event(found.group(1)).toLowerCase(Locale.ROOT) + ")");
        return CONSTANT.matcher(told)
                .replaceAll(
                        found ->
                                IN_SENTENCES.contains(found.group())
                                        ? within(found.group())
                                        : found.group());
    }

    /**
     * The same of a sentence that is all ours: days as well, {@code 2026-01-31} as "31 Jan 2026".
     */
    public static String dated(String text) {
        return sentence(ISO_DAY.matcher(text).replaceAll(found -> found.group() + "T00:00:00Z"));
    }

    /** What is wrong with a field, as the whole sentence that stands beside it. */
    public static String fault(String message) {
        return Faults.say(message);
    }

    /** The same where the field is not before one's eyes, by its pointer. */
    public static String fault(String pointer, String message) {
        return Faults.say(pointer, message);
    }

    private static String day(String instant) {
        try {
            return DAY.format(Instant.parse(instant));
        } catch (DateTimeException _) {
            return instant; // somebody's own words
        }
    }

    /** {@code PilotJudged} as "Pilot judged". */
    public static String event(String type) {
        var spaced = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return say(spaced);
    }

    /** A parameter of a question, {@code ?ghostBefore}, as "Ghost before". */
    public static String parameter(String pointer) {
        var name = pointer.replaceAll("^[?/]", "");
        return PARAMETERS.getOrDefault(name, event(name));
    }

    /** A length of time, {@code P60D}, as "60 days". */
    public static String length(String iso) {
        return Lengths.say(iso);
    }

    /** "1 day", "2 days". */
    public static String count(long count, String one) {
        return count + " " + (count == 1 ? one : many(one));
    }

    /** A gap of days until something was used: "12 days later", "3 days before". */
    public static String gap(BigDecimal days) {
        var whole = wholeDays(days.abs());
        return whole == 0
                ? "on the same day"
                : count(whole, "day") + (days.signum() < 0 ? " before" : " later");
    }

    /**
     * Of a length in days those that have passed, as every page counts them: who has been somewhere
     * for 895.9 days has been there for 895.
     */
    public static long wholeDays(BigDecimal days) {
        return days.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static String many(String one) {
        if (one.endsWith("y") && !one.endsWith("ay")) {
            return one.substring(0, one.length() - 1) + "ies";
        }
        return switch (one) {
            case "criterion" -> "criteria";
            case "person" -> "people";
            default -> one + "s";
        };
    }
}
