package dev.headway.projections.querying;

import dev.headway.projections.querying.InvalidQueryException.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of one request, read one by one. What is wrong is gathered, so that {@link
 * #throwIfInvalid} lists all of them at once; call it when everything was read, and before using
 * any of it: a parameter that nobody read is one that the question does not have.
 */
public final class QueryParameters {

    private static final int MAX_LIMIT = 200;
    private static final int MAX_TEXT = 200;

    private static final Pattern SECONDS = Pattern.compile("(?:PT)?([0-9]{1,3})[sS]?");

    private final String question;
    private final MultiValueMap<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    /**
     * @param question the question's stable name, as {@code portfolio}; ties cursors to it
     */
    public QueryParameters(String question, MultiValueMap<String, String> parameters) {
        this.question = question;
        this.parameters = parameters;
    }

    /** The values asked for, each one of those allowed; null when the parameter was not given. */
    public String @Nullable [] anyOf(String name, Collection<String> allowed) {
        known.add(name);
        var values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (!allowed.containsAll(values)) {
            reject(name, "must be one of " + String.join(", ", allowed));
        }
        return values.toArray(String[]::new);
    }

    /** Any words of this form. */
    public String @Nullable [] anyLike(String name, Predicate<String> form, String said) {
        known.add(name);
        var values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (!values.stream().allMatch(form)) {
            reject(name, said);
        }
        return values.toArray(String[]::new);
    }

    /** The names of an enum's constants, as {@link #anyOf} takes them. */
    public static List<String> names(Class<? extends Enum<?>> words) {
        return List.of(words.getEnumConstants()).stream().map(Enum::name).toList();
    }

    /** One word out of those allowed. */
    public String oneOf(String name, Collection<String> allowed, String defaultValue) {
        var value = single(name);
        if (value != null && !allowed.contains(value)) {
            reject(name, "must be one of " + String.join(", ", allowed));
        }
        return value == null ? defaultValue : value;
    }

    /** Any text that says something; null when the parameter was not given. */
    public @Nullable String text(String name) {
        var value = textOrNone(name);
        if (value != null && value.isEmpty()) {
            reject(name, "must say something, or be left out");
        }
        return value;
    }

    /** Any text, empty where it is blank; null when the parameter was not given. */
    public @Nullable String textOrNone(String name) {
        var value = single(name);
        if (value == null) {
            return null;
        }
        if (value.length() > MAX_TEXT || value.indexOf('\0') >= 0) {
            reject(name, "must be text of at most " + MAX_TEXT + " characters");
        }
        return value.isBlank() ? "" : value;
    }

    public @Nullable Boolean flag(String name) {
        var value = single(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            reject(name, "must be true or false");
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    /** A number within bounds; null when the parameter was not given. */
    public @Nullable Integer number(String name, int least, int most) {
        var value = single(name);
        if (value == null) {
            return null;
        }
        if (value.matches("[0-9]{1,9}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        reject(name, "must be a number from " + least + " to " + most);
        return null;
    }

    /** Every value that was given, each once; none when the parameter was not. */
    public List<String> texts(String name, int most) {
        known.add(name);
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > most) {
            reject(name, "must be given at most " + most + " times");
        }
        if (values.stream().anyMatch(QueryParameters::isNoText)) {
            reject(name, "must be text of 1 to " + MAX_TEXT + " characters, or be left out");
        }
        return values.stream().distinct().toList();
    }

    /** A position in the log; 0, where it begins, when the parameter was not given. */
    public long position(String name) {
        var value = single(name);
        if (value == null) {
            return 0;
        }
        if (!value.matches("[0-9]{1,18}")) {
            reject(name, "must be a position, in decimal digits");
            return 0;
        }
        return Long.parseLong(value);
    }

    /** So many seconds, as 20, 20s or PT20S; none when the parameter was not given. */
    public Duration seconds(String name, int most) {
        var value = single(name);
        var written = value == null ? null : SECONDS.matcher(value);
        if (written != null && written.matches() && Integer.parseInt(written.group(1)) <= most) {
            return Duration.ofSeconds(Integer.parseInt(written.group(1)));
        }
        if (value != null) {
            reject(name, "must be from 0 to " + most + " seconds, as 20 or PT20S");
        }
        return Duration.ZERO;
    }

    /** An instant, or a day, which is its midnight in UTC. */
    public @Nullable Instant instant(String name) {
        var value = single(name);
        if (value == null) {
            return null;
        }
        var instant = InstantParameter.parse(value);
        if (instant.isEmpty()) {
            reject(
                    name,
                    "must be an instant, as 2026-02-28T12:00:00Z, or a date, as 2026-02-28; not"
                            + " before 1900");
        }
        return instant.orElse(null);
    }

    /** From an instant up to another; nothing lies between them where they are the same. */
    public Range range(String fromName, String toName) {
        var from = instant(fromName);
        var to = instant(toName);
        if (from != null && to != null && from.isAfter(to)) {
            reject(fromName, "must not be after " + toName);
        }
        return new Range(from, to);
    }

    /**
     * From an instant up to another; null leaves a side open.
     *
     * @param to the first instant that no longer counts
     */
    public record Range(@Nullable Instant from, @Nullable Instant to) {

        /** Whether it is open to both sides. */
        public boolean isOpen() {
            return from == null && to == null;
        }

        /** Whether an instant lies in it. */
        public boolean has(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }
    }

    /** How many items a page may hold, from 1 to 200. */
    public int limit(int defaultValue) {
        var limit = number("limit", 1, MAX_LIMIT);
        return limit == null ? defaultValue : limit;
    }

    /** Where the page begins, or empty for the first one. */
    public Optional<List<String>> cursorPosition(Cursors cursors) {
        var cursor = single("cursor");
        if (cursor == null) {
            return Optional.empty();
        }
        var position = cursors.decode(fingerprint(), cursor);
        if (position.isEmpty()) {
            reject("cursor", "must be the nextCursor of an answer to this very question");
        }
        return position;
    }

    /** The cursor of this question, with these filters, for the page that begins after a place. */
    public String cursor(Cursors cursors, String... position) {
        return cursors.encode(fingerprint(), List.of(position));
    }

    /** Whether a parameter was given at all. */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public void reject(String name, String message) {
        violations.add(new Violation("?" + name, message));
    }

    /**
     * @throws InvalidQueryException if anything was not as it should be, or was not read
     */
    public void throwIfInvalid() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(
                        name ->
                                reject(
                                        name,
                                        "is not asked here; what is: " + String.join(", ", known)));
        if (!violations.isEmpty()) {
            throw new InvalidQueryException(List.copyOf(violations));
        }
    }

    private static boolean isNoText(@Nullable String value) {
        return value == null
                || value.isBlank()
                || value.length() > MAX_TEXT
                || value.indexOf('\0') >= 0;
    }

    /** The one value of a parameter; null when it was not given. */
    private @Nullable String single(String name) {
        known.add(name);
        var values = parameters.get(name);
        if (values != null && values.size() > 1) {
            reject(name, "must be given once");
        }
        return parameters.getFirst(name);
    }

    private String fingerprint() {
        var filters = new TreeMap<>(parameters);
        filters.remove("cursor");
        filters.remove("limit");
        return question + filters;
    }
}
