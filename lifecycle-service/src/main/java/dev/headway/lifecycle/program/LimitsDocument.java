package dev.headway.lifecycle.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.policy.LimitedPer;
import dev.headway.contracts.written.Text;
import dev.headway.projections.http.PlainTextDeserializer;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits as JSON: of pilots that run, each a number, or numbers by pattern, by segment, or by the
 * id of the person who owns them. A name would stay in the record for ever.
 */
record LimitsDocument(@Nullable Pilots pilots) {

    private static final int MOST = 100_000;
    private static final int ENTRIES = 200;
    private static final int LONGEST = 200;

    private static final java.util.regex.Pattern PERSON =
            java.util.regex.Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Each a number or an object of numbers; null for no limit. */
    record Pilots(
            @Nullable Object perPattern, @Nullable Object perSegment, @Nullable Object perOwner) {

        private @Nullable Object per(LimitedPer per) {
            return switch (per) {
                case PATTERN -> perPattern;
                case SEGMENT -> perSegment;
                case OWNER -> perOwner;
            };
        }
    }

    /** Null for none. */
    static @Nullable LimitsDocument of(List<PilotLimit> limits) {
        return limits.isEmpty()
                ? null
                : new LimitsDocument(
                        new Pilots(
                                written(LimitedPer.PATTERN, limits),
                                written(LimitedPer.SEGMENT, limits),
                                written(LimitedPer.OWNER, limits)));
    }

    private static @Nullable Object written(LimitedPer per, List<PilotLimit> limits) {
        var named = new LinkedHashMap<String, Integer>();
        for (var limit : limits) {
            if (limit.per().equals(per.name())) {
                var of = limit.of();
                if (of == null) {
                    return limit.most();
                }
                named.put(of, limit.most());
            }
        }
        return named.isEmpty() ? null : named;
    }

    /**
     * @throws Problem 400 naming everything that is no limit
     */
    List<PilotLimit> parse() {
        var errors = new ArrayList<FieldError>();
        var limits = new ArrayList<PilotLimit>();
        if (pilots != null) {
            for (var per : LimitedPer.values()) {
                read(per, pilots.per(per), errors, limits);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return List.copyOf(limits);
    }

    private static void read(
            LimitedPer per,
            @Nullable Object said,
            List<FieldError> errors,
            List<PilotLimit> limits) {
        var at = "/limits/pilots/" + name(per);
        if (said instanceof Map<?, ?> named) {
            if (named.size() > ENTRIES) {
                errors.add(new FieldError(at, "has more than " + ENTRIES + " entries"));
                return;
            }
            named.forEach(
                    (of, most) -> {
                        var entry = at + FieldError.pointer(of.toString());
                        if (isNamed(per, of.toString())) {
                            add(per, of.toString(), most, entry, errors, limits);
                        } else {
                            errors.add(new FieldError(entry, "is not " + what(per)));
                        }
                    });
        } else if (said != null) {
            add(per, null, said, at, errors, limits);
        }
    }

    private static void add(
            LimitedPer per,
            @Nullable String of,
            @Nullable Object most,
            String at,
            List<FieldError> errors,
            List<PilotLimit> limits) {
        if (most instanceof Integer number && number >= 0 && number <= MOST) {
            limits.add(new PilotLimit(per.name(), of, number));
        } else {
            errors.add(new FieldError(at, "must be a whole number from 0 to " + MOST));
        }
    }

    private static boolean isNamed(LimitedPer per, String of) {
        return switch (per) {
            case PATTERN -> Arrays.stream(Pattern.values()).anyMatch(p -> p.name().equals(of));
            case SEGMENT ->
                    of.length() <= LONGEST
                            && PlainTextDeserializer.isPlain(of)
                            && Text.isVisible(of);
            case OWNER -> PERSON.matcher(of).matches();
        };
    }

    private static String name(LimitedPer per) {
        return switch (per) {
            case PATTERN -> "perPattern";
            case SEGMENT -> "perSegment";
            case OWNER -> "perOwner";
        };
    }

    private static String what(LimitedPer per) {
        return switch (per) {
            case PATTERN -> "a pattern";
            case SEGMENT -> "a segment";
            case OWNER -> "the id of a person";
        };
    }
}
